/** One thing the reader can set, as text for a link. */
export interface Setting {
  /** Its present value; undefined while it is as the notebook has it at first, so that links stay short. */
  written(): string | undefined;
  /** Takes a value from a link; undefined, or one that makes no sense, sets it back. */
  take(text: string | undefined): void;
}

/** A pause this long ends a movement of a slider; every pause is one step of the Back button. */
const PAUSE = 400;

const settings = new Map<string, { element: HTMLElement; setting: Setting }>();
let pause: ReturnType<typeof setTimeout> | undefined;

/**
 * Keeps a setting in the address of the page, behind `#`, where it needs no server: a link opens the page as it is set,
 * and the Back button undoes. The element is an input that says `input` when it is changed; a value in the address is
 * taken at once.
 */
export function keepInAddress(name: string, element: HTMLElement, setting: Setting): void {
  if (settings.size === 0) addEventListener("popstate", takeAll);
  // One that takes the place of another, as for another place, has what that was set to, also within the pause.
  if (pause !== undefined && settings.has(name)) write();
  settings.set(name, { element, setting });
  const text = inAddress()?.get(name);
  if (text != null) setting.take(text);
  element.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(write, PAUSE);
  });
}

/** The address that opens this page as it is set now. */
export function addressNow(): string {
  const address = new URL(location.href);
  address.hash = words();
  return address.href;
}

/** Whether anything is set otherwise than the notebook has it at first. */
export const isSet = (): boolean => words() !== "";

/** Sets everything back as the notebook has it at first. */
export function setBack(): void {
  for (const one of settings.values()) take(one, undefined);
  write();
}

function words(): string {
  const written = new URLSearchParams();
  for (const [name, { element, setting }] of settings) {
    const text = element.isConnected ? setting.written() : undefined;
    if (text !== undefined) written.set(name, text);
  }
  // The comma needs no code here, and lists are easier to read with it.
  return written.toString().replaceAll("%2C", ",");
}

function write(): void {
  forget();
  const now = words();
  if (now !== location.hash.slice(1)) history.pushState(null, "", `#${now}`);
}

/** What the address says; undefined when it leads to a heading of the page instead. */
function inAddress(): URLSearchParams | undefined {
  const hash = location.hash.slice(1);
  return hash === "" || hash.includes("=") ? new URLSearchParams(hash) : undefined;
}

function takeAll(): void {
  const address = inAddress();
  if (address === undefined) return;
  forget();
  for (const [name, one] of settings) take(one, address.get(name) ?? undefined);
}

function take({ element, setting }: { element: HTMLElement; setting: Setting }, text: string | undefined): void {
  const before = setting.written();
  setting.take(text);
  if (setting.written() === before) return;
  element.dispatchEvent(new Event("input", { bubbles: true }));
  forget();
}

/** Nothing is to be written any more. */
function forget(): void {
  clearTimeout(pause);
  pause = undefined;
}
