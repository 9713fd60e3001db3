# Tab-aanvulling voor klacht in bash. In ~/.bashrc: eval "$(klacht completion bash)"
_klacht() {
    local regel
    COMPREPLY=()
    while IFS= read -r regel; do
        case "$regel" in
            "") ;;
            :bestanden) compopt -o default; COMPREPLY=(); return ;;
            *) COMPREPLY+=("${regel%%$'\t'*}") ;;
        esac
    done < <(klacht --tab "=${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[@]:1:COMP_CWORD-1}" 2>/dev/null)
    if [ "${#COMPREPLY[@]}" -eq 1 ] && [ "${COMPREPLY[0]: -1}" = "=" ]; then compopt -o nospace; fi
}
complete -F _klacht klacht
