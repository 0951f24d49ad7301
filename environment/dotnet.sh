# Sourced by the scripts in this folder: sets up how they start .NET.
PATH="$PATH:$HOME/.dotnet"      # where environment/setup installs the SDK
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1

# .NET takes cultures from ICU. A minimal Linux has no ICU, and .NET starts only if it is told to do without. (macOS includes it.)
has_icu() {
  local folder
  [ "$(uname -s)" = Linux ] || return 0
  for folder in /usr/lib /usr/lib64 /lib /usr/local/lib /usr/lib/*-linux-gnu* /lib/*-linux-gnu*; do
    compgen -G "$folder/libicuuc.so*" >/dev/null && return 0
  done
  return 1
}
if [ -z "${DOTNET_SYSTEM_GLOBALIZATION_INVARIANT+set}" ] && ! has_icu; then export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1; fi
