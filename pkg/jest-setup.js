// A busy machine is slow: what comes late is no fault, what never comes still is one.
jest.setTimeout(60_000);
