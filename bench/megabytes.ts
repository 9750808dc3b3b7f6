/** Bytes as whole mebibytes, to be printed. */
export const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);
