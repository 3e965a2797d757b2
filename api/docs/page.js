"use strict";

const place = (id) => document.getElementById(id);

function element(name, content = [], attributes = {}) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...[content].flat());
  return made;
}

function table(heads, rows) {
  if (!rows.length) return [];
  const head = element("thead", element("tr", heads.map((text) => element("th", text, { scope: "col" }))));
  const body = element("tbody", rows.map((cells) => element("tr", cells.map((cell) => element("td", cell)))));
  return element("div", element("table", [head, body]), { class: "scroll" });
}

const lastStep = (reference) => reference.split("/").pop();

function resolve(api, item) {
  if (!item.$ref) return item;
  return item.$ref.split("/").slice(1).reduce((node, step) => node[step], api);
}

function formLink(reference) {
  const name = lastStep(reference);
  return element("a", name, { href: `#form-${name}` });
}

function kind(schema = {}) {
  if (schema.$ref) return [formLink(schema.$ref)];
  const either = schema.anyOf || schema.oneOf || schema.allOf;
  if (either && !schema.type) return kind(either.find((option) => option.type !== "null"));
  if (schema.enum) return [schema.enum.filter((value) => value !== null).join(" | ")];
  const type = [schema.type || "any"].flat().filter((name) => name !== "null").join(" or ");
  if (type === "array") return ["list of ", ...kind(schema.items)];
  return [schema.format ? `${type} (${schema.format})` : type];
}

const LIMITS = [
  ["minimum", "from "], ["exclusiveMinimum", "more than "], ["maximum", "to "], ["minLength", "at least letters: "],
  ["maxLength", "at most letters: "], ["minItems", "at least items: "], ["maxItems", "at most items: "],
  ["default", "default "],
];

const limits = (schema = {}) =>
  LIMITS.filter(([name]) => name in schema).map(([name, words]) => words + schema[name]).join(", ");

function example(schema = {}) {
  const shown = (schema.examples || [])[0];
  return shown === undefined ? "" : element("code", JSON.stringify(shown));
}

function fieldRow(name, required, schema, description) {
  return [element("code", name), kind(schema), required ? "yes" : "", limits(schema), description || "", example(schema)];
}

const FIELD_HEADS = ["Name", "Kind", "Required", "Limits", "Meaning", "Example"];

function form(name, schema) {
  const required = new Set(schema.required || []);
  const rows = Object.entries(schema.properties || {}).map(([field, inner]) =>
    fieldRow(field, required.has(field), inner, inner.description));
  const about = schema.description ? [element("p", schema.description)] : [];
  return element("details", [element("summary", element("code", name)), ...about, table(FIELD_HEADS, rows)].flat(),
    { id: `form-${name}` });
}

function contentKinds(content = {}) {
  return Object.entries(content).flatMap(([type, media]) => [element("code", type), " ", ...kind(media.schema), " "]);
}

function answers(api, operation) {
  const rows = Object.entries(operation.responses || {}).map(([status, answer]) => {
    const found = resolve(api, answer);
    return [status, found.description || "", contentKinds(found.content)];
  });
  return table(["Status", "Meaning", "Body"], rows);
}

function parameters(api, operation, shared) {
  const rows = [...shared, ...(operation.parameters || [])].map((item) => resolve(api, item)).map((item) =>
    fieldRow(`${item.name} (${item.in})`, item.required, item.schema, item.description));
  return table(FIELD_HEADS, rows);
}

function operationBlock(api, path, method, operation, shared) {
  const heading = [element("span", method, { class: "method" }), element("span", path, { class: "path" }),
    ` ${operation.summary || ""}`];
  const about = operation.description ? element("p", operation.description) : [];
  const body = operation.requestBody
    ? element("p", ["Body: ", ...contentKinds(resolve(api, operation.requestBody).content)]) : [];
  return element("details",
    [element("summary", heading), about, parameters(api, operation, shared), body, answers(api, operation)].flat(),
    { id: operation.operationId });
}

const METHODS = ["get", "post", "put", "patch", "delete"];

function operationsByTag(api) {
  const tags = new Map();
  for (const [path, item] of Object.entries(api.paths)) {
    for (const method of METHODS.filter((name) => item[name])) {
      const tag = (item[method].tags || ["other"])[0];
      if (!tags.has(tag)) tags.set(tag, []);
      tags.get(tag).push({ path, method, operation: item[method], shared: item.parameters || [] });
    }
  }
  return tags;
}

function show(api) {
  document.title = api.info.title;
  place("title").textContent = `${api.info.title}, version ${api.info.version}`;
  place("about").textContent = api.info.description || "";
  for (const [tag, found] of operationsByTag(api)) {
    const links = found.map(({ path, method, operation }) =>
      element("li", element("a", `${method.toUpperCase()} ${path}`, { href: `#${operation.operationId}` })));
    place("contents").append(element("h2", tag), element("ul", links));
    place("operations").append(element("h2", tag), ...found.map(({ path, method, operation, shared }) =>
      operationBlock(api, path, method, operation, shared)));
  }
  place("forms").append(...Object.entries(api.components.schemas || {}).map(([name, schema]) => form(name, schema)));
  showProblems(api.info["x-problems"] || {});
  openTarget();
}

function showProblems(problems) {
  const shown = table(["Code", "Meaning"], Object.entries(problems).map(([code, title]) => [element("code", code), title]));
  place("problems").append(...[shown].flat());
  for (const row of place("problems").querySelectorAll("tbody tr")) row.id = row.querySelector("code").textContent;
}

function openTarget() {
  const target = place(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  if (target.tagName === "DETAILS") target.open = true;
  target.scrollIntoView();
}

addEventListener("hashchange", openTarget);

fetch(document.body.dataset.document)
  .then((answer) => answer.json())
  .then(show)
  .catch((error) => { place("about").textContent = `The description cannot be read: ${error.message}`; });
