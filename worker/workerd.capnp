# Self-hosting on raw workerd. Run by src/cli/start.ts from the project's folder, after a build:
#   workerd serve worker/workerd.capnp --socket-addr=http=127.0.0.1:8787 --directory-path=state=<folder>
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "main", worker = .main),
    (name = "files", disk = (path = "dist/client")),
    (name = "gzipped", disk = (path = "dist/selfhost/gzip")),
    # Where Durable Objects keep their SQLite files; the path comes from the command line.
    (name = "state", disk = (writable = true)),
  ],
  sockets = [(name = "http", address = "127.0.0.1:8787", http = (), service = "main")],
  v8Flags = .v8Flags,
);

# The heap at its most and its young half, MB: each collection of the young half holds up all that is under way, 20 ms with
# 8 MB, 2 ms with 1. What a request leaves (Request, Response, the call to an object) is mostly let go of by a collection of
# the whole heap alone, and takes more outside the heap than in it. The Worker says when (worker/limits/leftovers.ts, by
# --expose-gc); V8 by itself at nine times what it last kept. Without compaction the few that outlive a collection would be
# strewn over all pages, which would so stay (npm run bench -- worker; docs/decisions/self-hosting.md).
const v8Flags :List(Text) = [
  "--max-heap-size=96",
  "--max-semi-space-size=1",
  "--expose-gc",
  "--heap-growing-percent=800",
  "--compact-on-every-full-gc",
];

const main :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "../dist/selfhost/worker.js")],
  compatibilityDate = "2026-10-06",
  durableObjectNamespaces = [
    (className = "Profile", uniqueKey = "luwte-profile", enableSql = true),
    (className = "Pairing", uniqueKey = "luwte-pairing", enableSql = true),
    (className = "Shelf", uniqueKey = "luwte-shelf", enableSql = true),
  ],
  durableObjectStorage = (localDisk = "state"),
  bindings = [
    (name = "SITE", json = embed "../dist/selfhost/site.json"),
    (name = "FILES", service = "files"),
    (name = "GZIPPED", service = "gzipped"),
    (name = "PROFILE", durableObjectNamespace = "Profile"),
    (name = "PAIRING", durableObjectNamespace = "Pairing"),
    (name = "SHELF", durableObjectNamespace = "Shelf"),
    # Limits; absent unless set: the usual ones (worker/env.ts).
    (name = "LUWTE_PROFILES_PER_HOUR", fromEnvironment = "LUWTE_PROFILES_PER_HOUR"),
    (name = "LUWTE_WRITES_PER_MINUTE", fromEnvironment = "LUWTE_WRITES_PER_MINUTE"),
    (name = "LUWTE_LIVE_OBJECTS", fromEnvironment = "LUWTE_LIVE_OBJECTS"),
    (name = "LUWTE_OPEN_SOCKETS", fromEnvironment = "LUWTE_OPEN_SOCKETS"),
    (name = "LUWTE_BEHIND_PROXY", fromEnvironment = "LUWTE_BEHIND_PROXY"),
    (name = "LUWTE_LOG", fromEnvironment = "LUWTE_LOG"),
    # Absent unless set: then nobody is the operator.
    (name = "OPERATOR_SECRET", fromEnvironment = "LUWTE_OPERATOR_SECRET"),
  ],
);
