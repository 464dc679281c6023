#!/usr/bin/env bash
# Runs what bench/gpu.sh packed: device tests, tutorials, throughput. Ends with 0 where all of it passed.
#
#   run.sh [--devices LIST] [--tests TEXT] [--no-tests] [--no-tutorials] [--no-bench] [--json FILE] [--limit SECONDS]
#
#   --devices LIST   cuda:0,opencl:0,cpu ...; otherwise every CUDA device, or, where there is none, all others
#   --tests TEXT     only tests whose names contain the text
#   --limit SECONDS  for each job; 600 unless told
#   --json FILE      one line for each job
#
# NVRTC is looked for beside this script (nvrtc/), in GPU_CUDA_NVRTC, and in the usual places of toolkits and of pip.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
devices= tests= json= limit=600 jobs=" tests tutorials bench "
while [ $# -gt 0 ]; do
    case $1 in
        --devices) devices=$2; shift ;;
        --tests) tests=$2; shift ;;
        --json) json=$2; shift ;;
        --limit) limit=$2; shift ;;
        --no-tests | --no-tutorials | --no-bench) jobs=${jobs/ ${1#--no-} / } ;;
        *) sed -n '2,12s/^# \{0,1\}//p' "$0"; exit 2 ;;
    esac
    shift
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tar -xzf "$here/bundle.tar.gz" -C "$work" || exit 1
export DOTNET_ROOT=$work/dotnet
export GPU_CACHE=$work/cache HOME=${HOME:-$work}
if [ -z "${GPU_CUDA_NVRTC:-}" ] && [ -d "$here/nvrtc" ]; then export GPU_CUDA_NVRTC=$here/nvrtc; fi
check() { timeout "$limit" "$work/dotnet/dotnet" "$work/app/Gpu.Check.dll" "$@"; }

echo "== Devices"
command -v nvidia-smi >/dev/null && nvidia-smi --query-gpu=name,driver_version,memory.total --format=csv
check devices >"$work/devices" || { echo "The devices cannot be listed."; exit 1; }
if [ -z "$devices" ]; then
    devices=$(grep '^cuda' "$work/devices" | paste -sd, -)
    if [ -z "$devices" ]; then
        echo "There is no CUDA device here: what follows runs on the others and says nothing about CUDA."
        devices=$(paste -sd, "$work/devices")
    fi
fi
echo "devices: $devices"
export GPU_TEST_DEVICES=$devices

failed=0
# Exit code of Gpu.Check: no test has the text in its name.
none=3
ended() { # name, exit code, JSON file
    if [ "$2" -ne 0 ]; then
        failed=$((failed + 1))
        [ "$2" -ne 124 ] || echo "$1 did not end within $limit s"
        echo "FAILED: $1 (exit code $2)"
    fi
    if [ -n "$json" ] && [ -s "$3" ]; then tr -d '\n' <"$3" >>"$json"; echo >>"$json"; fi
}

[ -z "$json" ] || : >"$json"
if [[ $jobs == *" tests "* ]]; then
    echo "== Tests"
    ran=0
    for assembly in Gpu.Ilgpu.Tests Gpu.Kernels.Tests Gpu.Autograd.Tests Gpu.Nn.Tests; do
        check test "$assembly.dll" ${tests:+"$tests"} --json "$work/job.json"
        code=$?
        [ "$code" -eq "$none" ] || ran=1
        if [ "$code" -eq "$none" ] && [ -n "$tests" ]; then continue; fi
        ended "$assembly" "$code" "$work/job.json"
        rm -f "$work/job.json"
    done
    [ "$ran" -eq 1 ] || ended "no test is named like '$tests': tests" "$none" ""
fi
for device in ${devices//,/ }; do
    if [[ $jobs == *" tutorials "* ]]; then
        echo "== Tutorials on $device"
        timeout "$limit" "$work/dotnet/dotnet" "$work/app/Gpu.Tutorials.dll" --device "$device" --json "$work/job.json"
        ended "tutorials on $device" $? "$work/job.json"
        rm -f "$work/job.json"
    fi
    if [[ $jobs == *" bench "* ]]; then
        echo "== Throughput of $device"
        check throughput "$device" --json "$work/job.json"
        ended "throughput of $device" $? "$work/job.json"
        rm -f "$work/job.json"
    fi
done

[ -z "$json" ] || echo "$json: $(stat -c %s "$json") bytes"
if [ "$failed" -eq 0 ]; then echo "everything passed on $devices"; else echo "$failed jobs failed on $devices"; exit 1; fi
