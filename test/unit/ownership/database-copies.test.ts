import { expect, it } from 'vitest';
import { databaseSuffixOf } from '../../../src/environment/environment.ts';
import { newShop, setOwnershipStage, shop, store, type Who } from './stage.ts';

const HOUR = 3_600_000;
const copy = { 'target-cluster-name': 'previews', databases: 'orders', environment: 'pr-5' };
const overwriting = { ...copy, 'write-strategy': 'overwrite-existing', 'confirm-overwrite': 'previews' };
const blog: Who = { name: 'acme/blog', id: '303' };
const withoutIds = ['acme/shop', 'acme/blog'].map((name) => ({ name }));

/** `orders` with a snapshot, and a cluster that is shared by the copies of many environments. */
function setCopyStage() {
  const stage = setOwnershipStage();
  stage.atlas.seedSnapshot({ cluster: stage.cluster, at: stage.time.now() - HOUR });
  const previews = stage.atlas.seedCluster({ name: 'previews', databases: {} });
  return { ...stage, copies: () => Object.keys(stage.atlas.dataOf(previews)) };
}

it.each([
  ['with their ids', [shop, blog]],
  ['without ids', withoutIds],
  ['one of which has the former name of the other', [shop, newShop]],
])('two repositories with a pull request 5 each have copies of their own: %s', async (_, both) => {
  const stage = setCopyStage();
  for (const who of both) expect((await stage.restore(who, overwriting)).outputs.outcome).toBe('restored');
  expect(new Set(stage.copies()).size).toBe(2);
});

it('a copy has the id of the repository, so that a workflow can tell its name', async () => {
  const stage = setCopyStage();
  const door = await stage.restore(shop, copy);
  expect([door.outputs.database, stage.copies()]).toEqual(['orders_pr_5_101', ['orders_pr_5_101']]);
});

it('a rename goes on with the same copy', async () => {
  const stage = setCopyStage();
  for (const who of [shop, store]) await stage.restore(who, overwriting);
  expect(stage.copies()).toEqual(['orders_pr_5_101']);
});

it('the environment’s own cluster needs no repository in the name', async () => {
  const stage = setCopyStage();
  const own = stage.seedEnvironment({ name: 'pr-5', repositoryId: '101', cluster: 'own' });
  const door = await stage.restore(shop, { ...copy, 'target-cluster-name': 'own' });
  expect(door.outputs.database).toBe('orders_pr_5');
  expect(Object.keys(stage.atlas.dataOf(own))).toContain('orders_pr_5');
});

it('the author’s own suffix is taken as it is', async () => {
  const stage = setCopyStage();
  expect((await stage.restore(shop, { ...copy, 'database-suffix': '_mine' })).outputs.database).toBe('orders_mine');
});

it('a name that is too long with it is told before anything is sent', async () => {
  const stage = setCopyStage();
  const door = await stage.restore(shop, { ...copy, databases: 'd'.repeat(60) });
  expect(door.annotations[0]?.message).toContain('is longer than the 63 bytes of a database name');
  expect(stage.writes()).toEqual([]);
});

it('whatever environment and repository, a suffix has at most 31 of the characters that MongoDB takes', () => {
  const repository = { repository: `${'o'.repeat(39)}/${'r'.repeat(100)}` };
  for (const name of ['pr-5', 'a'.repeat(30), 'a'.repeat(200), 'Feature/Ä', '-', '💥'])
    for (const repositoryId of [undefined, '101', '9'.repeat(19), '101@git.example.com'])
      for (const isOwnCluster of [true, false])
        expect(databaseSuffixOf({ ...repository, repositoryId, name }, { isOwnCluster })).toMatch(/^_[a-z0-9_]{1,30}$/);
});
