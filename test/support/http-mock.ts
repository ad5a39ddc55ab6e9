import nock from 'nock';
import { afterEach, beforeEach, expect } from 'vitest';

/**
 * Answers HTTP requests without a server, for answers that no emulator gives. A request that nobody expects and
 * an expectation that nobody meets both fail the test, even where the code under test swallows the error.
 */
export function useHttpMock(baseUrl: string): () => nock.Scope {
  const unexpected: string[] = [];
  const remember = (request: { readonly method: string; readonly path: string }) =>
    unexpected.push(`${request.method} ${request.path}`);

  beforeEach(() => {
    unexpected.length = 0;
    nock.disableNetConnect();
    nock.emitter.on('no match', remember);
  });
  afterEach(() => {
    const unmet = nock.pendingMocks();
    nock.emitter.off('no match', remember);
    nock.cleanAll();
    nock.enableNetConnect();
    expect({ unexpected, unmet }).toEqual({ unexpected: [], unmet: [] });
  });
  return () => nock(baseUrl);
}
