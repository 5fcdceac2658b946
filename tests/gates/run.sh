#!/bin/sh
# The rules of the house; see tools/gates.sh.
exec sh tools/gates.sh "$1/obj/facts"
