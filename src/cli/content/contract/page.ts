import type { JsonSchema } from "@valibot/to-json-schema";
import { type Answer, type Operation, TAGS } from "../../../../worker/openapi/operation.ts";
import { OPERATIONS } from "../../../../worker/openapi/operations.ts";
import { PROBLEMS, type ProblemCode } from "../../../../worker/problem.ts";
import { Html, html } from "./html.ts";
import { jsonSchemaOf } from "./json-schema.ts";
import { problemsOf } from "./openapi.ts";
import { PAGE_STYLE } from "./page-style.ts";

/** The contract as a page that needs no script. @param schemas as they stand in the OpenAPI document */
export function contractPage(version: string, schemas: Readonly<Record<string, JsonSchema>>): string {
  const { text } = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="dark">
<title>Luwte: the API</title>
<style>${styleElement}</style>
</head>
<body>
<header>
<h1>Luwte: the API</h1>
<p>Version ${version}. The same as <a href="/api/openapi.json">OpenAPI 3.1</a>, from which clients can be generated;
the <a href="/api/session.schema.json">JSON Schema of a session</a> is for editors.</p>
<nav aria-label="Parts"><ul>${[...TAGS, "Schemas", "Problems"].map((name) => html`<li><a href="#${name}">${name}</a></li>`)}</ul></nav>
</header>
<main>
${TAGS.map((tag) => html`<section id="${tag}"><h2>${tag}</h2>${OPERATIONS.filter((each) => each.tag === tag).map(operationArticle)}</section>`)}
<section id="Schemas"><h2>Schemas</h2>${Object.entries(schemas).map(schemaDetails)}</section>
<section id="Problems"><h2>Problems</h2>
<p>Every error is <code>application/problem+json</code> (RFC 9457). Its code is stable; it never repeats what was sent.</p>
<table><thead><tr><th scope="col">Status</th><th scope="col">Code</th><th scope="col">What it means, and what to do</th></tr></thead>
<tbody>${Object.entries(PROBLEMS).map(([code, { status, title, detail }]) => html`<tr id="problem-${code}"><td>${status}</td><td><code>${code}</code></td><td>${title}. ${detail}</td></tr>`)}</tbody></table>
</section>
</main>
</body>
</html>
`;
  return text;
}

/** CSS has no characters that must be escaped within its element, as long as it has no "<". */
const styleElement = new Html(PAGE_STYLE);

function operationArticle(operation: Operation): Html {
  const { id, method, path, summary, description, secret, secretOptional, parameters = [], body } = operation;
  return html`<article id="${id}">
<h3><span class="method">${method}</span> ${path}</h3>
<p>${summary}.</p>
${description ? html`<p>${prose(description)}</p>` : null}
${secret ? html`<p>Authorization: Bearer <code>${secret}</code>${secretOptional ? ", if there is one" : ""}.</p>` : null}
${parameters.length > 0 ? html`<table><tbody>${parameters.map((each) => html`<tr><th scope="row"><code>${each.name}</code></th><td>${each.in}</td><td>${prose(each.description)}</td><td><code>${JSON.stringify(jsonSchemaOf(each.schema))}</code></td></tr>`)}</tbody></table>` : null}
${body ? html`<p>Body: ${schemaLink(body.schema)}, at most ${body.maxBytes} bytes.</p>` : null}
<table><tbody>${Object.entries(operation.answers).map(answerRow)}${problemsOf(operation).map(problemRow)}</tbody></table>
</article>`;
}

function answerRow([status, { description, schema, type, headers = {} }]: [string, Answer]): Html {
  const names = Object.keys(headers);
  return html`<tr><th scope="row">${status}</th><td>${description}${names.length > 0 ? ` Headers: ${names.join(", ")}.` : ""}</td><td>${schema ? schemaLink(schema) : type}</td></tr>`;
}

function problemRow(code: ProblemCode): Html {
  return html`<tr><th scope="row">${PROBLEMS[code].status}</th><td colspan="2"><a href="#problem-${code}"><code>${code}</code></a></td></tr>`;
}

/** Words with `code` in them. */
function prose(text: string): Html {
  return html`${text.split("`").map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}

function schemaLink(name: string): Html {
  return html`<a href="#schema-${name}">${name}</a>`;
}

function schemaDetails([name, schema]: [string, JsonSchema]): Html {
  return html`<details id="schema-${name}"><summary><code>${name}</code></summary><pre>${JSON.stringify(schema, null, 2)}</pre></details>`;
}
