# Two images from one file:
#
#   docker build --tag headjack/agent .                 the agents' home (the last stage, the default)
#   docker build --tag headjack/cli --target cli .      hjk itself, to be used with a mounted engine socket
#
# The second needs target/hjk (./mvnw package) and target/jre (jlink) in the build context, which
# src/scripts/image.sh prepares. It works on the host's folders, so they keep their names in it:
#
#   docker run --rm -it -v /var/run/docker.sock:/var/run/docker.sock -v "$HOME:$HOME" -e HOME -w "$PWD" headjack/cli ps
#
# Certificates of a company's proxy: config/certificates/README.md.

ARG BASE=debian:bookworm-slim
# With any value, the agents' image has no compilers.
ARG SLIM=
# Names one build, so that its stages can be found and removed afterwards.
ARG BUILD=unnamed
# The Debian suite whose git is built: Debian's own for the base is older than many hosts' and cannot read their repositories.
ARG GIT_SUITE=forky
ARG NODE_VERSION=22.23.3
ARG NPM_VERSION=10.9.9
ARG CLAUDE_CODE_VERSION=2.1.332
ARG CODEX_VERSION=0.171.0
ARG GEMINI_CLI_VERSION=0.61.0
ARG OPENCODE_VERSION=1.18.33

FROM ${BASE} AS trusted
ENV LANG=C.UTF-8 \
    NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt
RUN apt-get update \
    && apt-get install --yes --no-install-recommends ca-certificates \
    && apt-get clean \
    && rm -rf /var/lib/apt/lists/* /var/cache/debconf/*-old /var/log/apt /var/log/dpkg.log
COPY config/certificates/ /usr/local/share/ca-certificates/
RUN update-ca-certificates

# One package in place of the base's git, so that what depends on git is content. A mirror may be some weeks behind.
FROM trusted AS git
ARG GIT_SUITE
RUN apt-get update \
    && apt-get install --yes --no-install-recommends \
        dpkg-dev gcc make libc6-dev libcurl4-gnutls-dev libexpat1-dev libpcre2-dev zlib1g-dev \
    && source=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | head -n 1) \
    && echo "deb-src [check-valid-until=no] ${source} ${GIT_SUITE} main" >/etc/apt/sources.list.d/git.list \
    && apt-get update \
    && mkdir /source \
    && cd /source \
    && apt-get source --download-only "git/${GIT_SUITE}" \
    && tar --extract --file git_*.orig.tar.* --strip-components 1
RUN cd /source \
    && printf '%s\n' 'prefix = /usr' 'sysconfdir = /etc' 'gitexecdir = lib/git-core' 'INSTALL_SYMLINKS = 1' \
        'USE_LIBPCRE2 = 1' 'NO_OPENSSL = 1' 'NO_GETTEXT = 1' 'NO_PYTHON = 1' 'NO_TCLTK = 1' 'NO_RUST = 1' 'CFLAGS = -O2' \
        'INSTALL_STRIP = -s' >config.mak \
    && make --silent --jobs "$(nproc)" \
    && make --silent DESTDIR=/package install strip install \
    && mkdir /package/DEBIAN \
    && printf '%s\n' 'Package: git' \
        "Version: 1:$(/package/usr/bin/git version | cut --delimiter ' ' --fields 3)+headjack" \
        "Architecture: $(dpkg --print-architecture)" \
        'Depends: libcurl3-gnutls, libexpat1, libpcre2-8-0, zlib1g, perl, liberror-perl' \
        'Provides: git-core' 'Maintainer: Headjack' 'Description: git, newer than the base has it' \
        >/package/DEBIAN/control \
    && dpkg-deb --build --root-owner-group /package /git.deb
ARG BUILD
LABEL headjack.build=${BUILD}

# Debian's npm only fetches Node.js and the npm that fits it; it stays behind in this stage.
FROM trusted AS tools
ARG NODE_VERSION
ARG NPM_VERSION
ARG CLAUDE_CODE_VERSION
ARG CODEX_VERSION
ARG GEMINI_CLI_VERSION
ARG OPENCODE_VERSION
ENV NPM_CONFIG_AUDIT=false \
    NPM_CONFIG_FUND=false \
    NPM_CONFIG_UPDATE_NOTIFIER=false
RUN apt-get update && apt-get install --yes --no-install-recommends npm
RUN npm install --prefix /bootstrap "node@${NODE_VERSION}" "npm@${NPM_VERSION}" \
    && mkdir -p /tools/bin \
    && cp /bootstrap/node_modules/node/bin/node /tools/bin/
# The packages of Claude Code and opencode leave their program twice, as a hard link which a copy would make real.
RUN PATH=/tools/bin:$PATH \
    && node /bootstrap/node_modules/npm/bin/npm-cli.js install --global --prefix /tools \
        "npm@${NPM_VERSION}" \
        "@anthropic-ai/claude-code@${CLAUDE_CODE_VERSION}" \
        "@openai/codex@${CODEX_VERSION}" \
        "@google/gemini-cli@${GEMINI_CLI_VERSION}" \
        "opencode-ai@${OPENCODE_VERSION}" \
    && rm -rf /tools/lib/node_modules/@anthropic-ai/claude-code/node_modules \
        /tools/lib/node_modules/opencode-ai/node_modules \
    && claude --version && codex --version && gemini --version && opencode --version
ARG BUILD
LABEL headjack.build=${BUILD}

# Headjack shows a container the packed references by a link, which a newer git's fsck would take for damage.
FROM trusted AS agent
ARG SLIM
COPY --from=git /git.deb /tmp/
RUN apt-get update \
    && apt-get install --yes --no-install-recommends \
        curl file gh git-lfs jq less nano openssh-client patch procps python3 python3-pip python3-venv ripgrep tini tmux \
        unzip vim-tiny xz-utils $([ -n "${SLIM}" ] || echo g++ gcc libc6-dev make pkg-config) /tmp/git.deb \
    && rm /tmp/git.deb \
    && git lfs install --system --skip-repo \
    && git config --system fsck.badRefFiletype ignore \
    && apt-get clean \
    && rm -rf /var/lib/apt/lists/* /var/cache/debconf/*-old /var/log/apt /var/log/dpkg.log \
    && useradd --create-home --uid 1000 --shell /bin/bash agent \
    && install --directory --owner agent --group agent --mode 0777 /workspace \
    && chmod 0777 /home/agent
COPY --from=tools /tools/ /usr/local/
# New versions come with a new image: no agent looks for one, or asks about it. The base image has no folder for manual pages,
# which packages of Java want.
RUN mkdir -p /etc/codex /etc/gemini-cli /usr/share/man/man1 \
    && echo 'check_for_update_on_startup = false' > /etc/codex/config.toml \
    && echo '{"general": {"enableAutoUpdate": false, "enableAutoUpdateNotification": false}}' > /etc/gemini-cli/system-defaults.json
# The same home for whichever user id the container runs as, so that the worktree's files belong to their owner. Headjack
# names the user of each program; the image names none, so that what builds on it can install packages at once.
ENV DISABLE_AUTOUPDATER=1 \
    HOME=/home/agent
WORKDIR /workspace
ENTRYPOINT ["/usr/bin/tini", "-s", "--"]
CMD ["sleep", "infinity"]

FROM trusted AS cli
COPY --from=git /git.deb /tmp/
RUN apt-get update \
    && apt-get install --yes --no-install-recommends /tmp/git.deb \
    && rm /tmp/git.deb \
    && apt-get clean \
    && rm -rf /var/lib/apt/lists/* /var/cache/debconf/*-old /var/log/apt /var/log/dpkg.log
# The pattern lets a builder that builds every stage pass here without hjk; the README only makes it valid.
COPY config/certificates/README.md target/hj[k] /opt/headjack/
COPY config/certificates/README.md target/jr[e] /opt/java/
ENV JAVA_HOME=/opt/java
# A cache of classes fits only the Java that made it. The launcher uses the second one where the first one is.
RUN ln -s /opt/headjack/bin/hjk /usr/local/bin/hjk \
    && if [ -x /opt/headjack/bin/hjk ]; then \
        HJK_JAVA_OPTS=-XX:AOTCacheOutput=/opt/headjack/lib/alone.aot hjk version \
        && { HJK_JAVA_OPTS=-XX:AOTCacheOutput=/opt/headjack/lib/hjk.aot hjk auth status || true; }; \
    fi
WORKDIR /workspace
ENTRYPOINT ["hjk"]
ARG BUILD
LABEL headjack.build=${BUILD}

# What is last is what a build makes that names no stage.
FROM agent
