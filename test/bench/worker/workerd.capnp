# The service as worker/workerd.capnp has it, and in the same process a bare Hono route to compare it with.
using Workerd = import "/workerd/workerd.capnp";
using Luwte = import "../../../worker/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "main", worker = Luwte.main),
    (name = "bare", worker = .bare),
    (name = "files", disk = (path = "dist/client")),
    (name = "gzipped", disk = (path = "dist/selfhost/gzip")),
    (name = "state", disk = (writable = true)),
  ],
  sockets = [
    (name = "http", address = "127.0.0.1:0", http = (), service = "main"),
    (name = "bare", address = "127.0.0.1:0", http = (), service = "bare"),
  ],
  v8Flags = Luwte.v8Flags,
);

const bare :Workerd.Worker = (
  modules = [(name = "bare.js", esModule = embed "../../../dist/bench/bare.js")],
  compatibilityDate = "2026-10-06",
);
