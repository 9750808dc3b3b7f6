/** The most bytes of a body on the wire. */
export const wireLimit = 2 * 1024 * 1024;

/** The most bytes of a body after each step of decompression: a bomb is noticed here, having cost no more. */
export const decodedLimit = 4 * 1024 * 1024;
