/** JSON Schema in the subset that strict structured outputs take, as far as we look into it. */
export interface JsonSchema {
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: unknown;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  enum?: unknown[];
}

/** What strict mode does not accept about a schema, in the API's words; undefined where it is fine. */
export function strictFault(schema: JsonSchema): string | undefined {
  if (schema.type !== 'object') {
    return `schema must be a JSON Schema of 'type: "object"', got 'type: "${String(schema.type)}"'.`;
  }
  return faultIn(schema, []);
}

function faultIn(schema: JsonSchema, path: string[]): string | undefined {
  const where = `In context=(${path.map((part) => `'${part}'`).join(', ')}), `;
  const { properties = {}, required = [] } = schema;
  if (typesOf(schema).includes('object')) {
    if (schema.additionalProperties !== false) {
      return `${where}'additionalProperties' is required to be supplied and to be false.`;
    }
    const left = Object.keys(properties).find((name) => !required.includes(name));
    if (left !== undefined) {
      return `${where}'required' is required to be supplied and to be an array including every key in properties. Missing '${left}'.`;
    }
  }
  const below: [string[], JsonSchema][] = [
    ...Object.entries(properties).map(([name, one]): [string[], JsonSchema] => [
      [...path, 'properties', name],
      one,
    ]),
    ...(schema.items === undefined
      ? []
      : [[[...path, 'items'], schema.items] satisfies [string[], JsonSchema]]),
    ...(schema.anyOf ?? []).map((one, i): [string[], JsonSchema] => [
      [...path, 'anyOf', String(i)],
      one,
    ]),
  ];
  return below.map(([place, one]) => faultIn(one, place)).find((fault) => fault !== undefined);
}

/**
 * A value that obeys a schema: texts named in `said` where a property of that name is a string,
 * and the plainest value of its type anywhere else.
 */
export function valueFor(schema: JsonSchema, said: Record<string, string>, name = ''): unknown {
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.anyOf?.[0] !== undefined) return valueFor(schema.anyOf[0], said, name);
  const [type = 'string'] = typesOf(schema);
  switch (type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([key, one]) => [
          key,
          valueFor(one, said, key),
        ]),
      );
    case 'array':
      return [];
    case 'integer':
    case 'number':
      return 0;
    case 'boolean':
      return false;
    case 'null':
      return null;
    default:
      return said[name] ?? 'A sample.';
  }
}

function typesOf({ type }: JsonSchema): string[] {
  if (type === undefined) return [];
  return Array.isArray(type) ? type : [type];
}
