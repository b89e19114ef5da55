import { describe, expect, it } from 'vitest';
import { type Answer, askAs, quietAtlas } from './ask.ts';

const day = 86_400_000;

function shop(customRoles: readonly string[] = []) {
  const { atlas, clock } = quietAtlas();
  const project = atlas.seedProject({ customRoles });
  const users = `/groups/${project.id}/databaseUsers`;
  const ask = askAs(atlas, atlas.seedServiceAccount({ project, roles: ['Project Database Access Admin'] }));
  const create = (body: object) => ask('POST', users, { body: user(body) });
  const inDays = (days: number) => new Date(clock.now() + days * day).toISOString();
  return { atlas, clock, project, users, ask, create, inDays };
}

function user(more: object = {}): object {
  const roles = [{ roleName: 'readWrite', databaseName: 'shop' }];
  return { databaseName: 'admin', username: 'app', password: 'correct-horse', roles, ...more };
}

const codeOf = ({ status, body }: Answer) => `${status} ${body?.errorCode}`;

describe('a database user with a password', () => {
  it('is answered as recorded, and never with its password', async () => {
    const { create, ask, users, project, inDays } = shop();
    const expected = {
      awsIAMType: 'NONE',
      databaseName: 'admin',
      deleteAfterDate: '2026-09-02T08:00:00Z',
      groupId: project.id,
      labels: [{ key: 'team', value: 'a' }],
      ldapAuthType: 'NONE',
      links: [{ href: expect.stringMatching(/\/databaseUsers\/admin\/app$/), rel: 'self' }],
      oidcAuthType: 'NONE',
      roles: [{ databaseName: 'shop', roleName: 'readWrite' }],
      scopes: [{ name: 'orders', type: 'CLUSTER' }],
      username: 'app',
      x509Type: 'NONE',
    };
    const created = await create({
      groupId: project.id,
      deleteAfterDate: inDays(1),
      scopes: [{ name: 'orders', type: 'CLUSTER' }],
      labels: [{ key: 'team', value: 'a' }],
    });
    expect([created.status, created.body]).toEqual([201, expected]);
    expect((await ask('GET', `${users}/admin/app`)).body).toEqual(expected);
    expect((await ask('GET', users)).body).toMatchObject({ totalCount: 1, results: [expected] });
  });

  it('has the password last given, which is kept nowhere', async () => {
    const { atlas, create, ask, users } = shop();
    await create({});
    expect(atlas.passwordIs('app', 'correct-horse')).toBe(true);
    await ask('PATCH', `${users}/admin/app`, { body: { password: 'battery-staple' } });
    expect(atlas.passwordIs('app', 'correct-horse')).toBe(false);
    expect(atlas.passwordIs('app', 'battery-staple')).toBe(true);
    expect(atlas.passwordIs('nobody', 'battery-staple')).toBe(false);
    expect(JSON.stringify([atlas.state.databaseUsers, atlas.requests])).not.toMatch(/correct-horse|battery-staple/);
  });

  it.each([
    ['short', '400 WEAK_PASSWORD'],
    ['aaaaaaaaaa', '400 WEAK_PASSWORD'],
    ['Password1', '400 COMMON_PASSWORD'],
    [undefined, '400 MISSING_ATTRIBUTE'],
  ])('is refused with the password %s', async (password, code) => {
    const { create } = shop();
    expect(codeOf(await create({ password }))).toBe(code);
  });

  it('changes in what a PATCH names and in nothing else', async () => {
    const { create, ask, users } = shop();
    await create({ description: 'for the app', scopes: [{ name: 'orders', type: 'CLUSTER' }] });
    const roles = [{ roleName: 'read', databaseName: 'shop', collectionName: 'lines' }];
    const { status, body } = await ask('PATCH', `${users}/admin/app`, { body: { roles } });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      roles: [{ collectionName: 'lines', databaseName: 'shop', roleName: 'read' }],
      description: 'for the app',
      scopes: [{ name: 'orders', type: 'CLUSTER' }],
    });
  });

  // The Go SDK writes null for every list that is not set, since atlas-sdk-go of March 2026.
  it('keeps what a PATCH names with null', async () => {
    const { create, ask, users } = shop();
    const before = (await create({ description: 'for the app', scopes: [{ name: 'orders', type: 'CLUSTER' }] })).body;
    const body = { roles: null, scopes: null, labels: null, description: null, password: 'battery-staple' };
    const { status, body: changed } = await ask('PATCH', `${users}/admin/app`, { body });
    expect([status, changed]).toEqual([200, before]);
  });

  it.each([
    [{ username: 'other' }, '409 DATABASE_USERNAME_CANNOT_BE_CHANGED'],
    [{ databaseName: '$external' }, '409 DATABASE_NAME_CANNOT_BE_CHANGED'],
    [{ x509Type: 'MANAGED' }, '409 AUTH_TYPE_CANNOT_BE_CHANGED'],
    [{ rules: [] }, '400 INVALID_ATTRIBUTE'],
  ])('refuses the change %j', async (body, code) => {
    const { create, ask, users } = shop();
    await create({});
    expect(codeOf(await ask('PATCH', `${users}/admin/app`, { body }))).toBe(code);
  });

  it('exists once, until it is deleted', async () => {
    const { create, ask, users } = shop();
    await create({});
    expect(codeOf(await create({}))).toBe('409 USER_ALREADY_EXISTS');
    expect((await ask('DELETE', `${users}/admin/app`)).status).toBe(204);
    const gone = await ask('DELETE', `${users}/admin/app`);
    expect(codeOf(gone)).toBe('404 USERNAME_NOT_FOUND');
    expect(gone.body.parameters).toEqual(['app']);
    expect((await create({})).status).toBe(201);
  });

  it('can be one of a hundred in a project', async () => {
    const { atlas, create } = shop();
    for (let number = 0; number < 99; number += 1) atlas.seedDatabaseUser({ username: `user-${number}` });
    expect((await create({})).status).toBe(201);
    expect(codeOf(await create({ username: 'one-more' }))).toBe('403 GROUP_USERS_LIMIT_EXCEEDED');
  });
});

describe('a temporary database user', () => {
  it('is gone at its date, and its name free again', async () => {
    const { create, ask, users, clock, inDays } = shop();
    await create({ deleteAfterDate: inDays(1) });
    clock.advance(day - 1000);
    expect((await ask('GET', `${users}/admin/app`)).status).toBe(200);
    clock.advance(1000);
    expect(codeOf(await ask('GET', `${users}/admin/app`))).toBe('404 USERNAME_NOT_FOUND');
    expect((await ask('GET', users)).body.totalCount).toBe(0);
    expect((await create({})).status).toBe(201);
  });

  it('lives for seven days at most', async () => {
    const { create, inDays } = shop();
    expect(codeOf(await create({ deleteAfterDate: inDays(7.001) }))).toBe('400 EXPIRATION_DATE_EXCEEDS_MAX');
    expect(codeOf(await create({ deleteAfterDate: inDays(-0.001) }))).toBe('400 EXPIRATION_DATE_IN_PAST');
    expect(codeOf(await create({ deleteAfterDate: 'tomorrow' }))).toBe('400 INVALID_DATE_FORMAT');
    expect((await create({ deleteAfterDate: inDays(7) })).status).toBe(201);
  });

  it('can be extended, but a permanent one stays permanent', async () => {
    const { create, ask, users, inDays } = shop();
    await create({ deleteAfterDate: inDays(1) });
    await create({ username: 'permanent' });
    const body = { deleteAfterDate: inDays(2) };
    expect((await ask('PATCH', `${users}/admin/app`, { body })).body.deleteAfterDate).toBe('2026-09-03T08:00:00Z');
    expect(codeOf(await ask('PATCH', `${users}/admin/permanent`, { body }))).toBe(
      '400 PERMANENT_ENTITY_CANNOT_BE_MADE_TEMPORARY',
    );
  });

  it('cannot sign in with X.509', async () => {
    const { create, inDays } = shop();
    const body = { databaseName: '$external', username: 'CN=app', x509Type: 'CUSTOMER', password: undefined };
    expect(codeOf(await create({ ...body, deleteAfterDate: inDays(1) }))).toBe(
      '400 ATLAS_X509_USER_CANNOT_BE_TEMPORARY',
    );
  });
});

describe('a database user without a password', () => {
  const arn = 'arn:aws:iam::123456789012:role/ci/app';
  const oidc = `${'5f'.repeat(12)}/payments`;

  it.each([
    [{ awsIAMType: 'ROLE', databaseName: '$external', username: arn }, `%24external/${encodeURIComponent(arn)}`],
    [{ oidcAuthType: 'IDP_GROUP', username: oidc }, `admin/${encodeURIComponent(oidc)}`],
    [{ oidcAuthType: 'USER', databaseName: '$external', username: oidc }, `$external/${encodeURIComponent(oidc)}`],
    [{ x509Type: 'MANAGED', databaseName: '$external', username: 'app' }, '%24external/app'],
    [{ ldapAuthType: 'USER', databaseName: '$external', username: 'CN=a,DC=b' }, '%24external/CN%3Da%2CDC%3Db'],
  ])('is made from %j and found under its encoded path', async (body, path) => {
    const { create, ask, users } = shop();
    const created = await create({ ...body, password: undefined });
    expect([created.status, created.body]).toEqual([201, expect.objectContaining(body)]);
    expect((await ask('GET', `${users}/${path}`)).body).toEqual(created.body);
    expect((await ask('DELETE', `${users}/${path}`)).status).toBe(204);
  });

  it.each([
    [{ databaseName: '$external' }, 'DATABASE_NAME_INVALID_ADMIN'],
    [{ awsIAMType: 'ROLE', username: arn }, 'DATABASE_NAME_INVALID_EXTERNAL'],
    [{ oidcAuthType: 'IDP_GROUP', databaseName: '$external', username: oidc }, 'DATABASE_NAME_INVALID_ADMIN'],
    [{ awsIAMType: 'ROLE', databaseName: '$external', username: 'app' }, 'ATLAS_INVALID_AWS_IAM_ARN'],
    [{ ldapAuthType: 'USER', databaseName: '$external', username: 'app' }, 'ATLAS_INVALID_LDAP_NAME'],
    [{ x509Type: 'MANAGED', databaseName: '$external', password: 'correct-horse' }, 'ATLAS_X509_USER_CANNOT_USE_SCRAM'],
    [{ x509Type: 'MANAGED', ldapAuthType: 'USER' }, 'ATLAS_X509_USER_CANNOT_USE_LDAP'],
    [{ awsIAMType: 'SOMEBODY' }, 'INVALID_ENUM_VALUE'],
    [{ username: 'mms-automation', password: 'correct-horse' }, 'BLOCKED_USERNAME'],
    [{ username: 'x'.repeat(1025), password: 'correct-horse' }, 'ATLAS_INVALID_USERNAME'],
  ])('is refused as %j', async (body, code) => {
    const { create } = shop();
    expect(codeOf(await create({ password: undefined, ...body }))).toBe(`400 ${code}`);
  });
});

describe('the roles of a database user', () => {
  it.each([
    [[], 'MISSING_ATTRIBUTE'],
    [[{ roleName: 'king', databaseName: 'shop' }], 'ATLAS_INVALID_ROLE'],
    [[{ roleName: 'atlasAdmin', databaseName: 'shop' }], 'ATLAS_INVALID_ROLE_DATABASE'],
    [
      [
        { roleName: 'read', databaseName: 'shop' },
        { roleName: 'read', databaseName: 'shop' },
      ],
      'DUPLICATE_DATABASE_ROLES',
    ],
    [
      [
        { roleName: 'reporter', databaseName: 'admin' },
        { roleName: 'read', databaseName: 'shop' },
      ],
      'ATLAS_INVALID_CUSTOM_ROLE_ASSIGNMENT',
    ],
  ])('are refused as %j', async (roles, code) => {
    const { create } = shop(['reporter']);
    expect(codeOf(await create({ roles }))).toBe(`400 ${code}`);
  });

  it('can be one custom role of the project', async () => {
    const { create } = shop(['reporter']);
    expect((await create({ roles: [{ roleName: 'reporter', databaseName: 'admin' }] })).status).toBe(201);
  });
});

describe('the way of a database user to the clusters', () => {
  it('is pending for some seconds and then applied', async () => {
    const { atlas, clock, project, create, ask, users } = shop();
    atlas.state.durations.userChange = 10;
    const cluster = atlas.seedCluster({ name: 'orders' });
    const status = async () => (await ask('GET', `/groups/${project.id}/clusters/orders/status`)).body.changeStatus;
    expect(await status()).toBe('APPLIED');
    await create({});
    expect(await status()).toBe('PENDING');
    clock.advance(10_000);
    expect(await status()).toBe('APPLIED');
    await ask('PATCH', `${users}/admin/app`, { body: { password: 'battery-staple' } });
    expect(await status()).toBe('PENDING');
    clock.advance(10_000);
    atlas.playStates(cluster, [['UPDATING', 5], ['IDLE']]);
    expect(await status()).toBe('PENDING');
    clock.advance(5_000);
    expect(await status()).toBe('APPLIED');
  });

  it('concerns only the clusters that it is for', async () => {
    const { atlas, project, create, ask } = shop();
    for (const name of ['orders', 'events']) atlas.seedCluster({ name });
    await create({ scopes: [{ name: 'orders', type: 'CLUSTER' }] });
    const status = async (name: string) =>
      (await ask('GET', `/groups/${project.id}/clusters/${name}/status`)).body.changeStatus;
    expect([await status('orders'), await status('events')]).toEqual(['PENDING', 'APPLIED']);
  });

  it('shows a free cluster UPDATING when it has only just been made', async () => {
    const { atlas, clock, project, create, ask } = shop();
    atlas.state.durations['clusterUpdate.tenantUser'] = 20;
    atlas.seedCluster({ name: 'free', tier: 'M0', state: 'CREATING' });
    const state = async () => (await ask('GET', `/groups/${project.id}/clusters/free`)).body.stateName;
    expect(await state()).toBe('CREATING');
    clock.advance(4_000);
    await create({});
    clock.advance(1_000);
    expect(await state()).toBe('UPDATING');
    clock.advance(19_000);
    expect(await state()).toBe('IDLE');
  });
});

describe('rights and faults', () => {
  it('takes a role to write, and another is not enough', async () => {
    const { atlas, project, users } = shop();
    const reader = askAs(atlas, atlas.seedServiceAccount({ project, roles: ['Project Network Access Manager'] }));
    expect((await reader('GET', users)).status).toBe(200);
    expect(codeOf(await reader('POST', users, { body: user() }))).toBe('401 USER_UNAUTHORIZED');
  });

  it('makes a user although the answer says 500, on request', async () => {
    const { atlas, create } = shop();
    atlas.faults.add({ match: { method: 'POST', path: '/databaseUsers' }, kind: 'status-500-after' });
    expect((await create({})).status).toBe(500);
    expect(codeOf(await create({}))).toBe('409 USER_ALREADY_EXISTS');
  });
});
