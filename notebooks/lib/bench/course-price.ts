import type { Intervention, System } from "cadre";

/** Whether an intervention is courses only whose price stands in the place's file, so that what it costs is counted. */
export const hasCoursePrice = ({ changes }: Intervention, { pipelines }: Pick<System, "pipelines">): boolean =>
  changes.length > 0 &&
  changes.every(({ parameter }) => {
    const [, course] = /^pipelines\.([^.]+)\.intake$/.exec(parameter) ?? [];
    return course !== undefined && pipelines[course]?.cost !== undefined;
  });
