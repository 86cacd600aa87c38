/** A file of this machine and the name under which it is sent. */
export interface NamedFile {
  name: string;
  file: File;
}

/** Each file under a name of its own: what comes under a name that was taken is not read a second time. */
export function named(files: readonly File[]): NamedFile[] {
  const taken = new Set<string>();
  return files.map((file) => {
    const wanted = file.webkitRelativePath || file.name;
    let name = wanted;
    for (let next = 2; taken.has(name); next += 1) {
      name = `${wanted} (${next})`;
    }
    taken.add(name);
    return { name, file };
  });
}

/** How much all of them are, in bytes. */
export function bytesOf(files: readonly NamedFile[]): number {
  return files.reduce((sum, each) => sum + each.file.size, 0);
}
