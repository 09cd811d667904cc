import type { System } from "../system/types.ts";
import { deepFreeze } from "../table/deep-freeze.ts";
import type { DrawWork } from "./draws.ts";

/** Work as it is sent to another thread: the system goes by name, since most work is of one that is known there. */
export type NamedWork = Omit<DrawWork, "system">;

const names = new WeakMap<System, string>();
let named = 0;

/** A name for a system that no other of this thread has; one that is not frozen may be another the next time. */
export function nameOf(system: System): string {
  const known = names.get(system);
  if (known !== undefined && Object.isFrozen(system)) return known;
  named += 1;
  const name = `system ${named}`;
  names.set(system, name);
  return name;
}

/** Work without its system. */
export function withoutSystem({ system: _, ...work }: DrawWork): NamedWork {
  return work;
}

/** The system that a thread was sent last: frozen, so that its base year is worked out once for all work on it. */
export class LastSystem {
  private name: string | undefined;
  private system: System | undefined;

  /** `read` gives it where it is another than the last. */
  of(name: string, read: () => System): System {
    if (this.system && this.name === name) return this.system;
    this.system = deepFreeze(read());
    this.name = name;
    return this.system;
  }
}
