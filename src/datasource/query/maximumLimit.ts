/** Most groups or rows that a query may ask for; the server refuses more. */
export const maximumLimit = 100_000;
