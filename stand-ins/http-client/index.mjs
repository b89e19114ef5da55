/**
 * Stands in for @actions/http-client where @actions/core imports it: for core.getIDToken alone, but in every action that imports
 * core, with all of Node's http. Here it is loaded when a token is asked for.
 */
export class HttpClient {
  #settings;

  constructor(...settings) {
    this.#settings = settings;
  }

  /** The one method that core uses. */
  async getJson(...request) {
    const { HttpClient: Itself } = await import('http-client-itself');
    return await new Itself(...this.#settings).getJson(...request);
  }
}
