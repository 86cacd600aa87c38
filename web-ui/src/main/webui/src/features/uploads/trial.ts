import { isSettled, type UploadsApi } from "../../api/uploads";
import type { SetAside, Upload, UploadAccount } from "../../api/types";
import { text } from "../../i18n/en";
import type { NamedFile } from "./names";
import { persist, sendAll, type Failure } from "./sending";

const MOST_EXAMPLES = 20;

/** What somebody wants to bring. */
export interface Order {
  files: readonly NamedFile[];
  /** Without one each event goes to the store of its kind. */
  store?: string;
}

/** A record that would be set aside, and the file in which it stands. */
export interface Example extends SetAside {
  file: string;
}

/** What would come of an order: all was read by the server, and nothing was kept. */
export interface Trial {
  sum: Upload;
  examples: Example[];
  failures: Failure[];
}

/** Is told how far an upload is. */
export interface Watch {
  opened: (upload: string) => void;
  taken: (file: NamedFile) => void;
}

/** Lets the server read the files and keep nothing. */
export async function tryOut(api: UploadsApi, order: Order, watch: Watch, signal: AbortSignal): Promise<Trial> {
  const { id } = await api.open(opening(order, true));
  watch.opened(id);
  const examples: Example[] = [];
  const send = async (each: NamedFile) => {
    const answer = await api.put(id, each.name, each.file, signal);
    const room = MOST_EXAMPLES - examples.length;
    examples.push(...answer.reasons.slice(0, room).map((reason) => ({ ...reason, file: each.name })));
    watch.taken(each);
  };
  const failures = await sendAll(order.files, send, signal);
  let sum = await persist(() => api.close(id), signal);
  while (!isSettled(sum)) {
    sum = await api.settled(id, signal);
  }
  return { sum, examples, failures };
}

/** An upload for an order, named after its files. */
export function opening({ files, store }: Order, dryRun: boolean) {
  const source = text.bring.source(files[0]?.name.slice(0, 200) ?? "", files.length);
  return { source, dryRun, ...(store === undefined ? {} : { store }) };
}

/** Accounts worth a second look: new here, not this tenant's to hold, or held by another. */
export function remarkable(sum: Upload): UploadAccount[] {
  return (sum.accounts ?? []).filter((account) => account.state !== "admitted");
}

/** Whether somebody should look before anything is sent. */
export function isUnusual({ sum, failures }: Trial): boolean {
  return remarkable(sum).length > 0 || sum.setAside > 0 || failures.length > 0 || bringsNothing(sum);
}

/** Whether nothing of it would be written or kept. */
export function bringsNothing(sum: Upload): boolean {
  return (sum.admitted ?? 0) === 0 && sum.digestFiles === 0;
}

/** The same order without what could not be read. */
export function readable(order: Order, { failures }: Trial): Order {
  const broken = new Set(failures.map((failure) => failure.file));
  return { ...order, files: order.files.filter((file) => !broken.has(file)) };
}
