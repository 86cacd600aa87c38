/** A local file and the name under which it is uploaded. */
export interface NamedFile {
  name: string;
  file: File;
}

/** The files under unique names, since a service reads a file name only once per upload. */
export function named(files: readonly File[]): NamedFile[] {
  const used = new Set<string>();
  return files.map((file) => {
    const wanted = file.webkitRelativePath || file.name;
    let name = wanted;
    for (let next = 2; used.has(name); next += 1) {
      name = `${wanted} (${next})`;
    }
    used.add(name);
    return { name, file };
  });
}

/** The total size of the files in bytes. */
export function bytesOf(files: readonly NamedFile[]): number {
  return files.reduce((total, each) => total + each.file.size, 0);
}
