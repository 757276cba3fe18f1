/** The name of a file with its path inside the chosen folder, if it came with one. */
export function pathOf(file: File & { path?: string }): string {
  return file.webkitRelativePath || file.path?.replace(/^\.?\//, '') || file.name;
}
