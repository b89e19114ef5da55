import { atlasError } from '../errors.ts';
import { optionalText } from '../fields.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { AccessEntry, AccessTarget } from '../world/access-types.ts';
import { canonicalBlock, looksLikeIpv6 } from '../world/addresses.ts';
import type { Project } from '../world/types.ts';
import { readExpiry } from './expiry.ts';

const longestComment = 80;
const knownFields = ['awsSecurityGroup', 'cidrBlock', 'comment', 'deleteAfterDate', 'groupId', 'ipAddress', 'links'];
const securityGroup = /^(\d+\/)?sg-[0-9a-f]+$/;

/** An entry that a request asks for. */
export type AskedEntry = Pick<AccessEntry, 'target' | 'comment' | 'deleteAfter'>;

interface EntryContext {
  readonly project: Project;
  readonly now: number;
}

/** Reads the list of entries of a request body; nothing is done unless all of them are right. */
export function readEntries(body: Json | undefined, context: EntryContext): readonly AskedEntry[] {
  if (!Array.isArray(body) || !body.every(isJsonObject)) throw atlasError('INVALID_JSON');
  return body.map((entry) => readEntry(entry, context));
}

/** Reads which entry a path means; `192.0.2.1` and `192.0.2.1/32` are one. */
export function readEntryName(text: string): string {
  if (securityGroup.test(text) || looksLikeIpv6(text)) return text;
  const block = canonicalBlock(text);
  if (block === undefined) throw atlasError('INVALID_IP_ADDRESS_OR_CIDR_NOTATION', text);
  return block;
}

function readEntry(entry: JsonObject, { project, now }: EntryContext): AskedEntry {
  const unknown = Object.keys(entry).find((name) => !knownFields.includes(name));
  if (unknown !== undefined) throw atlasError('INVALID_ATTRIBUTE', unknown);
  const target = readTarget(entry, project);
  const comment = optionalText(entry, 'comment');
  if (comment !== undefined && comment.length > longestComment) {
    throw atlasError('INVALID_NETWORK_PERMISSION_COMMENT', comment);
  }
  const deleteAfter = readExpiry(entry, now);
  if (deleteAfter !== undefined && 'awsSecurityGroup' in target) {
    throw atlasError('NETWORK_PERMISSION_EXPIRATION_NOT_SUPPORTED');
  }
  return { target, comment, deleteAfter };
}

function readTarget(entry: JsonObject, project: Project): AccessTarget {
  const address = optionalText(entry, 'ipAddress');
  const block = optionalText(entry, 'cidrBlock');
  const group = optionalText(entry, 'awsSecurityGroup');
  const given = [address, block, group].filter((value) => value !== undefined);
  if (given.length === 0) {
    throw atlasError('MISSING_ONE_OF_THREE_ATTRIBUTES', 'ipAddress', 'cidrBlock', 'awsSecurityGroup');
  }
  if (given.length > 1) throw atlasError('MULTIPLE_VALUES_SPECIFIED_FOR_ONE_NETWORK_PERMISSION_ENTRY');
  if (group !== undefined) return readSecurityGroup(group, project);
  return { cidrBlock: address === undefined ? readBlock(block ?? '') : readAddress(address) };
}

function readSecurityGroup(awsSecurityGroup: string, { peered }: Project): AccessTarget {
  if (!securityGroup.test(awsSecurityGroup)) throw atlasError('INVALID_ATTRIBUTE', 'awsSecurityGroup');
  if (!peered) throw atlasError('CANNOT_USE_AWS_SECURITY_GROUP_WITHOUT_VPC_PEERING_CONNECTION');
  return { awsSecurityGroup };
}

function readBlock(text: string): string {
  if (looksLikeIpv6(text)) throw atlasError('IPV6_UNSUPPORTED', text);
  const block = canonicalBlock(text);
  if (block === undefined) throw atlasError('INVALID_CIDR_BLOCK', text);
  return block;
}

function readAddress(text: string): string {
  if (looksLikeIpv6(text)) throw atlasError('IPV6_UNSUPPORTED', text);
  const block = text.includes('/') ? undefined : canonicalBlock(text);
  if (block === undefined) throw atlasError('INVALID_IP_ADDRESS_OR_CIDR_NOTATION', text);
  return block;
}
