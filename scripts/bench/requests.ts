import { actions } from '../../actions/index.ts';
import { setStage } from '../../test/support/stage.ts';
import { markdownTable } from '../markdown.ts';
import { type Scenario, scenarios } from './scenarios.ts';

/** Requests to Atlas of each scenario, polls included, in this process and on a clock that waiting moves. */
export async function requestsTable(): Promise<string> {
  const rows = [];
  for (const { definition } of actions) {
    const known = scenarios.filter(({ action }) => action === definition.name);
    if (known.length === 0) rows.push([definition.name, 'no scenario in scripts/bench/scenarios.ts']);
    for (const scenario of known) {
      const account = await count(scenario, 'withAccount');
      const key = await count(scenario, 'withKey');
      rows.push([definition.name, scenario.title, account.main, account.post, account.signIn, key.signIn]);
    }
  }
  return markdownTable(['action', 'scenario', 'main', 'post', 'sign-in, service account', 'sign-in, API key'], rows);
}

async function count(scenario: Scenario, kind: 'withAccount' | 'withKey') {
  const { action, title, inputs, before } = scenario;
  const stage = setStage();
  await before?.(stage);
  const { requests } = stage.atlas;
  const begin = requests.length;
  const door = await stage.run(action, { ...stage[kind], ...inputs });
  if (door.failed()) throw new Error(`${action}, ${title}: ${door.annotations.map(({ message }) => message).join()}`);
  const end = requests.length;
  await stage.post(action, door);
  const calls = (from: number, to?: number) => requests.slice(from, to).filter(({ leg }) => leg === 'call').length;
  const main = calls(begin, end);
  const post = calls(end);
  return { main, post, signIn: requests.length - begin - main - post };
}
