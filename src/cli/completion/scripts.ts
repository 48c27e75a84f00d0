/** Shells that a script is made for. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

const BASH = `# fathom completion for bash: eval "$(fathom completion bash)" in ~/.bashrc
_fathom_complete() {
  local word IFS=
  COMPREPLY=()
  while read -r word; do
    case "$word" in
      :files) compopt -o default 2>/dev/null ;;
      :folders) compopt -o dirnames 2>/dev/null ;;
      *)
        COMPREPLY+=("$word")
        case "$word" in */ | *= | *:) compopt -o nospace 2>/dev/null ;; esac
        ;;
    esac
  done < <(fathom __complete --breaks "$COMP_WORDBREAKS" --line "\${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
}
complete -F _fathom_complete fathom
`;

const ZSH = `#compdef fathom
# fathom completion for zsh: eval "$(fathom completion zsh)" in ~/.zshrc after compinit
_fathom_complete() {
  local line value
  local -a values shown begun
  while IFS= read -r line; do
    case "$line" in
      :files) _files; return ;;
      :folders) _files -/; return ;;
    esac
    value="\${line%%$'\\t'*}"
    case "$value" in
      */ | *= | *:) begun+=("$value") ;;
      *) values+=("$value"); shown+=("$value  \${line#*$'\\t'}") ;;
    esac
  done < <(fathom __complete -- "\${(@Q)words[2,CURRENT]}" 2>/dev/null)
  compadd -S '' -a begun
  compadd -l -d shown -a values
}
compdef _fathom_complete fathom
`;

const FISH = `# fathom completion for fish: fathom completion fish > ~/.config/fish/completions/fathom.fish
function __fathom_complete
  set -l words (commandline -opc)
  set -l typed (commandline -ct)
  set -l word (string unescape -- $typed)
  set -q word[1]; or set word "$typed"
  set -l lines (fathom __complete -- $words[2..-1] $word 2>/dev/null)
  switch "$lines[1]"
    case ':files'
      __fish_complete_path (commandline -ct)
    case ':folders'
      __fish_complete_directories (commandline -ct)
    case '*'
      string join \\n -- $lines
  end
end
complete -c fathom -f -a '(__fathom_complete)'
`;

/** The script that makes a shell ask \`fathom __complete\`. It evaluates nothing that was typed or found. */
export const COMPLETION_SCRIPTS: { readonly [shell in Shell]: string } = { bash: BASH, zsh: ZSH, fish: FISH };
