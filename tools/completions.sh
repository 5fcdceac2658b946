#!/bin/sh
# Completions for bash, zsh and fish, made from what the program says of itself.
#
#     tools/completions.sh DUIZHAO bash|zsh|fish
set -eu
duizhao=$1
shell=$2
help() { "$duizhao" "$@" --lang en --help; }
commands=$(help | sed -n 's/^  \([a-z][a-z]*\)  .*/\1/p')
# "name argument help" of each option, tabs between them
options() {
  help "$@" | sed -n -E 's/^  (-.,)? +--([a-z-]+)( ([A-Z1][^ ]*))? +(.*)/\2\t\4\t\5/p'
}
values() { # OPTION: what it can be
  case $1 in
    format) echo text json html markdown csv ;;
    lang) echo zh en ;;
    color) echo auto always never ;;
    table) echo sections changes commitments passages matrix figures findings points ;;
    ambiguous) echo 1 2 ;;
  esac
}
valued="format lang color table ambiguous"
words=$(options | cut -f1 | sed 's/^/--/' | tr '\n' ' ')

case $shell in
  bash)
    echo "# bash completion for duizhao"
    echo "_duizhao() {"
    echo '  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}'
    echo '  case $before in'
    for option in $valued; do
      short=
      [ "$option" != format ] || short='-f|'
      echo "    $short--$option) COMPREPLY=(\$(compgen -W '$(values "$option")' -- \"\$word\")); return ;;"
    done
    echo '  esac'
    echo '  if [[ $word == -* ]]; then'
    echo "    COMPREPLY=(\$(compgen -W '$words' -- \"\$word\"))"
    echo '  else'
    echo '    COMPREPLY=($(compgen -f -- "$word"))'
    echo "    [[ \$COMP_CWORD -ne 1 ]] || COMPREPLY+=(\$(compgen -W '$(echo $commands)' -- \"\$word\"))"
    echo '  fi'
    echo "}"
    echo "complete -o filenames -F _duizhao duizhao"
    ;;
  zsh)
    echo "#compdef duizhao"
    echo "_arguments -s \\"
    options | while IFS='	' read -r name argument text; do
      text=$(printf '%s' "$text" | tr -d "[]'" | tr ':' ',')
      if [ -n "$(values "$name")" ]; then
        echo "  '--$name=[$text]:$argument:($(values "$name"))' \\"
      elif [ -n "$argument" ]; then
        echo "  '--$name=[$text]:$argument:_files' \\"
      else
        echo "  '--$name[$text]' \\"
      fi
    done
    echo "  '1:command or file:_alternative \"commands:command:($(echo $commands))\" \"files:file:_files\"' \\"
    echo "  '*:file:_files'"
    ;;
  fish)
    echo "# fish completion for duizhao"
    help | sed -n 's/^  \([a-z][a-z]*\)  *\(.*\)/\1\t\2/p' | while IFS='	' read -r name text; do
      echo "complete -c duizhao -n __fish_use_subcommand -a $name -d '$text'"
    done
    options | while IFS='	' read -r name argument text; do
      text=$(printf '%s' "$text" | tr -d "'")
      if [ -n "$(values "$name")" ]; then
        echo "complete -c duizhao -l $name -x -a '$(values "$name")' -d '$text'"
      elif [ -n "$argument" ]; then
        echo "complete -c duizhao -l $name -r -d '$text'"
      else
        echo "complete -c duizhao -l $name -d '$text'"
      fi
    done
    ;;
  *) echo "usage: completions.sh DUIZHAO bash|zsh|fish" >&2; exit 2 ;;
esac
