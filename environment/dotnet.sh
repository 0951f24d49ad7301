# Sourced by the scripts of this folder: how they start .NET.
PATH="$PATH:$HOME/.dotnet"      # an SDK that environment/setup fetched lies there
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1

# Cultures come from ICU. A bare Linux has none, and .NET starts only if it is told to do without. (macOS brings its own.)
has_icu() {
  local folder
  [ "$(uname -s)" = Linux ] || return 0
  for folder in /usr/lib /usr/lib64 /lib /usr/local/lib /usr/lib/*-linux-gnu* /lib/*-linux-gnu*; do
    compgen -G "$folder/libicuuc.so*" >/dev/null && return 0
  done
  return 1
}
if [ -z "${DOTNET_SYSTEM_GLOBALIZATION_INVARIANT+set}" ] && ! has_icu; then export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1; fi
