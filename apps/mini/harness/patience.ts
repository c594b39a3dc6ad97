/** A whole story, on a small machine that builds something else at the same time. */
jest.setTimeout(60_000);
