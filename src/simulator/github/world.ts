import type { Clock } from '../clock.ts';
import type { Token } from './tokens.ts';

/** Who wrote something. */
export interface Account {
  readonly id: number;
  readonly login: string;
  readonly type: 'User' | 'Bot';
}

export interface Comment {
  readonly id: number;
  readonly author: Account;
  body: string;
  readonly createdAt: string;
  updatedAt: string;
}

/** An issue or a pull request: they share their numbers. */
export interface Issue {
  readonly number: number;
  readonly isPullRequest: boolean;
  state: 'open' | 'closed';
  merged: boolean;
  /** Nobody but collaborators may comment; an app is none. */
  locked: boolean;
  comments: Comment[];
}

/** A sealed secret. Only who holds the private key of its place can open it: tests do. */
export interface Secret {
  readonly name: string;
  readonly ciphertext: string;
  readonly keyId: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** A place that holds secrets, with its X25519 key pair in base64. */
export interface Vault {
  readonly keyId: string;
  readonly publicKey: string;
  readonly privateKey: string;
  readonly secrets: Map<string, Secret>;
}

export interface Environment {
  readonly id: number;
  readonly name: string;
  readonly vault: Vault;
  readonly createdAt: string;
}

export interface Repository {
  readonly id: number;
  /** `owner/name`. */
  readonly name: string;
  readonly formerNames: readonly string[];
  readonly isPrivate: boolean;
  readonly issues: Map<number, Issue>;
  /** By lower-case name: GitHub does not tell cases apart. */
  readonly environments: Map<string, Environment>;
  readonly vault: Vault;
}

export interface World {
  readonly clock: Clock;
  readonly repositories: Repository[];
  readonly tokens: Map<string, Token>;
  readonly nextId: () => number;
}

/** Makes a GitHub with nothing in it. */
export function createWorld(clock: Clock): World {
  let lastId = 2_000_000_000;
  return {
    clock,
    repositories: [],
    tokens: new Map(),
    nextId: () => {
      lastId += 1;
      return lastId;
    },
  };
}
