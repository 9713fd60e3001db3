# Tab-aanvulling voor klacht in fish. In config.fish: klacht completion fish | source
function __klacht_aanvullen
    set -l woorden (commandline -opc)
    set -l deel (commandline -ct)
    set -l regels (klacht --tab "=$deel" $woorden[2..-1] 2>/dev/null)
    if contains -- :bestanden $regels
        __fish_complete_path $deel
    else
        string join \n -- $regels
    end
end
complete -c klacht -f -a "(__klacht_aanvullen)"
