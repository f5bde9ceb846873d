#!/bin/sh
# Makes .venv, the environment in which the targets of the Makefile run, or leaves it alone while
# it is current. Touches nothing outside the checkout. Called by `make environment`.
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/.."

environment=.venv
python=$environment/bin/python
stamp=$environment/stamp
export PIP_DISABLE_PIP_VERSION_CHECK=1
export PIP_REQUIRE_VIRTUALENV=1 # so that no mistake here can install into the system

# PATH without the environment itself: while it is activated, its own Python comes first there, but
# cannot make its successor.
other_paths() {
    kept=
    IFS=:
    for folder in $PATH; do
        [ "$folder" = "$PWD/$environment/bin" ] || kept=$kept:$folder
    done
    unset IFS
    printf '%s' "${kept#:}"
}

# The place counts, because the environment and the editable install record it.
fingerprint() {
    { pwd -P; cat pyproject.toml constraints.txt; } | cksum
}

is_current() {
    [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(fingerprint)" ] && "$python" -c '' 2>/dev/null
}

# Prints the path of the newest Python from 3.11 on, or nothing.
newest_python() {
    newest=3010
    found=
    for name in python3.14 python3.13 python3.12 python3.11 python3 python; do
        # The name proves nothing: it may be a shim of a version that is not active.
        version=$("$name" -c 'import sys; print("%d%03d" % sys.version_info[:2])' 2>/dev/null) || continue
        if [ "$version" -gt "$newest" ]; then
            newest=$version
            found=$(command -v "$name")
        fi
    done
    printf '%s' "$found"
}

by_venv() {
    "$base" -m venv "$environment"
}

by_virtualenv() {
    virtualenv --python "$base" "$environment" || "$base" -m virtualenv "$environment"
}

by_outer_pip() {
    "$base" -m venv --without-pip "$environment" || return
    "$base" -m pip --python "$python" install pip || python3 -m pip --python "$python" install pip
}

# Tries one way of making the environment, from nothing. What it prints matters only if all fail.
attempt() {
    rm -rf "$environment"
    echo "$1:" >>"$log"
    "$1" >>"$log" 2>&1 && "$python" -m pip --version >>"$log" 2>&1
}

install() {
    "$python" -m pip install --quiet --constraint constraints.txt "$@"
}

give_up() {
    rm -rf "$environment"
    printf '%s\n' "$@" >&2
    exit 1
}

if is_current; then
    exit 0
fi

PATH=$(other_paths)

base=$(newest_python)
if [ -z "$base" ]; then
    give_up "derive-proofs needs Python 3.11 or newer, and PATH holds none."
fi

echo "Making $environment with $base; this downloads packages and takes a minute ..."
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! attempt by_venv && ! attempt by_virtualenv && ! attempt by_outer_pip; then
    cat "$log" >&2
    give_up "" "$base could not make an environment, for it finds no ensurepip, virtualenv or pip." \
        "Install one of them, then run make again. Debian and Ubuntu: apt-get install python3-venv"
fi

# Without build isolation the build backend, too, has the version that constraints.txt says.
if ! install hatchling || ! install --no-build-isolation --editable '.[test,docs]'; then
    give_up "" "Some packages could not be installed into $environment; pip says why above."
fi

fingerprint >"$stamp"
