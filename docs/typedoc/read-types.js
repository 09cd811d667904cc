import { Converter, ReflectionKind } from "typedoc";

/**
 * Pages of types that a schema reads show their keys alone. That they extend the output of a schema, which has no page, and
 * what the schema of a key is called, tell a reader nothing.
 */
export function load(app) {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const type of project.getReflectionsByKind(ReflectionKind.Interface)) {
      const documented = type.extendedTypes?.filter((one) => one.reflection);
      type.extendedTypes = documented?.length ? documented : undefined;
    }
  });
  app.converter.on(Converter.EVENT_RESOLVE_END, ({ project }) => {
    for (const key of project.getReflectionsByKind(ReflectionKind.Property)) {
      if (!key.inheritedFrom?.reflection) key.inheritedFrom = undefined;
      if (!key.parent?.kindOf(ReflectionKind.Class)) key.defaultValue = undefined;
    }
  });
}
