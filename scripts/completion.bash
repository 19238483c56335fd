
# Bash takes the colons of an IPv6 address for the ends of words; bash-completion puts them together.
_dmarc-report_with_colons() {
    if declare -F __reassemble_comp_words_by_ref __ltrim_colon_completions >/dev/null; then
        local words cword
        [[ $2 == *:* || ${COMP_WORDS[*]} == *:* ]] && compopt +o filenames
        __reassemble_comp_words_by_ref : words cword
        COMP_WORDS=("${words[@]}") COMP_CWORD=$cword
        _dmarc-report "$1" "${words[cword]}" "${words[cword - 1]}"
        __ltrim_colon_completions "${words[cword]}"
    else
        _dmarc-report "$@"
    fi
}
complete -o filenames -F _dmarc-report_with_colons dmarc-report
