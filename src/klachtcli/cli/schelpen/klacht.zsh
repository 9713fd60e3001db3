#compdef klacht
# Tab-aanvulling voor klacht in zsh. In ~/.zshrc, na compinit: eval "$(klacht completion zsh)"
_klacht() {
    local regel woord uitleg
    local -a woorden uitlegs
    while IFS= read -r regel; do
        [[ -z "$regel" ]] && continue
        if [[ "$regel" == :bestanden ]]; then
            _files
            return
        fi
        woord="${regel%%$'\t'*}"
        uitleg="${regel#*$'\t'}"
        woorden+=("$woord")
        if [[ "$regel" == *$'\t'* ]]; then uitlegs+=("$woord  -- $uitleg"); else uitlegs+=("$woord"); fi
    done < <(klacht --tab "=${words[CURRENT]}" "${(@)words[2,CURRENT-1]}" 2>/dev/null)
    compadd -l -d uitlegs -a -- woorden
}
if [[ "${funcstack[1]}" == "_klacht" ]]; then _klacht "$@"; else compdef _klacht klacht; fi
