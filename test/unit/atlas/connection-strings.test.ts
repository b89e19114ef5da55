import fc from 'fast-check';
import { ConnectionString } from 'mongodb-connection-string-url';
import { describe, expect, it } from 'vitest';
import { hostOf, withLogin } from '../../../src/atlas/connection-strings.ts';

const srv = 'mongodb+srv://orders.ljxf1b.mongodb.net';
const standard =
  'mongodb://h0.ljxf1b.mongodb.net:27017,h1.ljxf1b.mongodb.net:27017,h2.ljxf1b.mongodb.net:27017/?ssl=true&authSource=admin&replicaSet=atlas-abc123-shard-0';
const login = { kind: 'password', username: 'app', password: 'p' } as const;
const options = { login, database: 'shop', appName: 'acme/shop' };

describe('a connection string', () => {
  it('has credentials, database, options and app name', () => {
    expect(withLogin(srv, options)).toBe(
      'mongodb+srv://app:p@orders.ljxf1b.mongodb.net/shop?authSource=admin&retryWrites=true&w=majority&appName=acme%2Fshop',
    );
  });

  it('keeps what Atlas says of the hosts and the replica set', () => {
    const uri = new ConnectionString(withLogin(standard, { ...options, database: undefined }));
    expect(uri.hosts).toHaveLength(3);
    expect(uri.pathname).toBe('/');
    expect(Object.fromEntries(uri.searchParams)).toMatchObject({
      ssl: 'true',
      replicaSet: 'atlas-abc123-shard-0',
      authSource: 'admin',
    });
  });

  it('lists all routers of a sharded cluster', () => {
    const routers = 'mongodb://s0.x.mongodb.net:27016,s1.x.mongodb.net:27016/?ssl=true&authSource=admin';
    expect(new ConnectionString(withLogin(routers, options)).hosts).toEqual([
      's0.x.mongodb.net:27016',
      's1.x.mongodb.net:27016',
    ]);
  });

  it("gives the driver's parser back every user, password and database that anyone can type", () => {
    const printable = fc.string({ minLength: 1, maxLength: 40, unit: 'binary' }).filter((text) => text.isWellFormed());
    fc.assert(
      fc.property(printable, printable, fc.constantFrom(srv, standard), (username, password, address) => {
        const uri = new ConnectionString(
          withLogin(address, { ...options, login: { kind: 'password', username, password } }),
        );
        expect([decodeURIComponent(uri.username), decodeURIComponent(uri.password)]).toEqual([username, password]);
        expect(uri.hosts).toEqual(new ConnectionString(address).hosts);
      }),
    );
  });

  it('takes every printable ASCII character at once', () => {
    const password = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');
    const uri = withLogin(srv, { ...options, login: { ...login, password } });
    expect(decodeURIComponent(new ConnectionString(uri).password)).toBe(password);
  });

  it.each([
    ['x509', 'MONGODB-X509'],
    ['aws-iam', 'MONGODB-AWS'],
    ['oidc', 'MONGODB-OIDC'],
  ] as const)('carries no secret for %s', (kind, mechanism) => {
    const uri = new ConnectionString(withLogin(srv, { ...options, login: { kind } }));
    expect([uri.username, uri.password]).toEqual(['', '']);
    expect(Object.fromEntries(uri.searchParams)).toMatchObject({ authMechanism: mechanism, authSource: '$external' });
  });
});

it('the host of an address is no secret', () => {
  expect(hostOf(srv)).toBe('orders.ljxf1b.mongodb.net');
  expect(hostOf(standard)).toMatch(/^h0\..*:27017,h1\..*,h2\..*:27017$/);
});
