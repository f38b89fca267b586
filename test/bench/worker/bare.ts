import { Hono } from "hono";

/** The least that a Hono Worker can do: what the service's routes are compared with. */
const app = new Hono();
app.get("/", (context) => context.text("hello"));

export default app;
