// Schemas with a name (`$id`) stand once in the reference and are pointed to everywhere else. The routes themselves
// keep them whole: a serializer that must know all shared schemas takes thirty times as long to make.
import type { FastifyInstance, RouteOptions } from "fastify";

const NAME = "x-name";

/** Turns the names of all schemas of every route that is added from now on into plain marks. */
export function markNames(app: Pick<FastifyInstance, "addHook">): void {
  app.addHook("onRoute", (route: RouteOptions) => {
    if (route.schema === undefined) return;
    const { body, response } = route.schema;
    route.schema = {
      ...route.schema,
      ...(body === undefined ? {} : { body: marked(body) }),
      ...(response === undefined ? {} : { response: marked(response) }),
    };
  });
}

/** The same value with `x-name` where `$id` was. */
export function marked(value: unknown): unknown {
  return rebuilt(value, (fields) => {
    const { $id, ...others } = fields;
    return typeof $id === "string" ? { ...others, [NAME]: $id } : fields;
  });
}

/** A document with every marked schema in its components, once, and a pointer in its place. */
export function liftNames(document: object): object {
  const schemas = new Map<string, unknown>();
  const lifted = rebuilt(document, (fields) => {
    const { [NAME]: name, ...schema } = fields;
    if (typeof name !== "string") return fields;
    schemas.set(name, schema);
    return { $ref: `#/components/schemas/${name}` };
  });
  const sorted = [...schemas].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const components = { ...Object(Reflect.get(document, "components")), schemas: Object.fromEntries(sorted) };
  return { ...Object(lifted), components };
}

type Fields = Record<string, unknown>;

/** A copy in which every object was given to `change`, the innermost first. */
function rebuilt(value: unknown, change: (fields: Fields) => Fields): unknown {
  if (Array.isArray(value)) return value.map((inner) => rebuilt(inner, change));
  if (typeof value !== "object" || value === null) return value;
  return change(Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rebuilt(inner, change)])));
}
