#!/usr/bin/env bash
# Packs the device tests, the tutorials and a throughput table for a machine that has a GPU and neither .NET nor a network.
#
#   bench/gpu.sh build OUT [--nvrtc PATH]     here: OUT/run.sh and OUT/bundle.tar.gz (linux-x64, under 60 MiB)
#   OUT/run.sh [options]                      there; OUT/run.sh --help lists the options
#
# The GPU's driver must be there, and NVRTC, CUDA's run-time compiler. Where that machine has no NVRTC, --nvrtc carries one along: a folder
# with libnvrtc.so.* and libnvrtc-builtins.so.*, as the package nvidia-cuda-nvrtc of pip or a toolkit's lib64 has them. They are large and
# lie in OUT/nvrtc, outside the bundle.
set -euo pipefail
cd "$(dirname "$0")/.."

usage() { sed -n '2,9s/^# \{0,1\}//p' bench/gpu.sh; exit 2; }
[ "${1:-}" = build ] && [ $# -ge 2 ] || usage
out=$2
nvrtc=
if [ $# -eq 4 ] && [ "$3" = --nvrtc ]; then nvrtc=$4; elif [ $# -ne 2 ]; then usage; fi
limit=$((60 * 1024 * 1024))

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
app=$work/bundle/app
mkdir -p "$app" "$work/bundle/dotnet/host" "$out"

tests=(tests/Ilgpu.Tests tests/Kernels.Tests tests/Autograd.Tests tests/Nn.Tests)
for project in "${tests[@]}" examples/Tutorials bench/Check; do
    dotnet build -c Release --nologo -v quiet "$project"
done
for project in "${tests[@]}" examples/Tutorials bench/Check; do
    cp -r "$project"/bin/Release/net10.0/. "$app/"
done
# Parts of the test host, which is not needed, translations, and what names the assemblies of one project only.
rm -rf "$app"/{cs,de,es,fr,it,ja,ko,pl,pt-BR,ru,tr,zh-Hans,zh-Hant} "$app"/Microsoft.TestPlatform* "$app"/Microsoft.VisualStudio* "$app"/Newtonsoft* \
    "$app"/testhost* "$app"/*.xml "$app"/*.deps.json "$app"/*.TestAdapter.dll "$app"/xunit.runner.visualstudio* "$app"/devices.txt
find "$app" -maxdepth 1 -type f -perm -u+x ! -name '*.*' -delete

# The runtime that is here goes along as it is.
dotnet=$(dirname "$(readlink -f "$(command -v dotnet)")")
version=$(dotnet --list-runtimes | awk '$1 == "Microsoft.NETCore.App" && $2 ~ /^10\./ { v = $2 } END { print v }')
mkdir -p "$work/bundle/dotnet/host/fxr" "$work/bundle/dotnet/shared/Microsoft.NETCore.App"
cp "$dotnet/dotnet" "$work/bundle/dotnet/"
cp -r "$dotnet/host/fxr/$version" "$work/bundle/dotnet/host/fxr/"
cp -r "$dotnet/shared/Microsoft.NETCore.App/$version" "$work/bundle/dotnet/shared/Microsoft.NETCore.App/"

tar -C "$work/bundle" -cf - . | gzip -9 >"$out/bundle.tar.gz"
cp bench/gpu-run.sh "$out/run.sh"
chmod +x "$out/run.sh"
rm -rf "$out/nvrtc"
if [ -n "$nvrtc" ]; then
    mkdir -p "$out/nvrtc"
    [ -d "$nvrtc" ] || nvrtc=$(dirname "$nvrtc")
    cp -L "$nvrtc"/libnvrtc.so.[0-9]* "$nvrtc"/libnvrtc-builtins.so.[0-9]* "$out/nvrtc/"
fi

bytes=$(stat -c %s "$out/bundle.tar.gz")
echo "$out: $((bytes / 1024 / 1024)) MiB$([ -n "$nvrtc" ] && echo ", and NVRTC: $(du -sm "$out/nvrtc" | cut -f1) MiB")"
[ "$bytes" -lt "$limit" ] || { echo "more than 60 MiB" >&2; exit 1; }
