#!/bin/sh
# train.sh DISTRIBUTION: makes the JDK's AOT cache by a training run. Without one hjk only starts slower.
set -eu
