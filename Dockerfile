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
# Names one build, so that its stages can be found and removed afterwards.
ARG BUILD=unnamed
ARG NODE_VERSION=22.23.3
ARG NPM_VERSION=10.9.9
ARG CLAUDE_CODE_VERSION=2.1.197
ARG CODEX_VERSION=0.169.0
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

FROM trusted AS cli
RUN apt-get update \
    && apt-get install --yes --no-install-recommends git \
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

FROM trusted AS agent
RUN apt-get update \
    && apt-get install --yes --no-install-recommends \
        curl git jq less openssh-client procps ripgrep tini tmux \
    && apt-get clean \
    && rm -rf /var/lib/apt/lists/* /var/cache/debconf/*-old /var/log/apt /var/log/dpkg.log \
    && useradd --create-home --uid 1000 --shell /bin/bash agent \
    && install --directory --owner agent --group agent --mode 0777 /workspace \
    && chmod 0777 /home/agent
COPY --from=tools /tools/ /usr/local/
# New versions come with a new image: no agent looks for one, or asks about it.
RUN mkdir /etc/codex /etc/gemini-cli \
    && echo 'check_for_update_on_startup = false' > /etc/codex/config.toml \
    && echo '{"general": {"enableAutoUpdate": false, "enableAutoUpdateNotification": false}}' > /etc/gemini-cli/system-defaults.json
# The same home for whichever user id the container runs as, so that the worktree's files belong to their owner.
ENV DISABLE_AUTOUPDATER=1 \
    HOME=/home/agent
USER agent
WORKDIR /workspace
ENTRYPOINT ["/usr/bin/tini", "-s", "--"]
CMD ["sleep", "infinity"]
