/** What a text in a spec must look like, and how a person would say it. No flags: editors get the same expressions. */
interface Form {
  readonly expression: RegExp;
  readonly form: string;
}

const tagText = /^[\p{L}\p{N} ;@_\-.+]{1,255}$/u;

export const forms = {
  tier: {
    expression: /^([Mm]0|[Ff][Ll][Ee][Xx]|[A-Za-z]{1,3}[1-9][0-9]{1,3}(_[A-Za-z0-9]{1,10}){0,4})$/,
    form: 'a tier: M0, FLEX, or M10 and above (M2 and M5 have become FLEX)',
  },
  dedicatedTier: {
    expression: /^[A-Za-z]{1,3}[1-9][0-9]{1,3}(_[A-Za-z0-9]{1,10}){0,4}$/,
    form: 'a dedicated tier: M10 and above',
  },
  edition: {
    expression: /^([Cc][Oo][Rr][Ee]|[Ii][Nn][Ff][Ii][Nn][Ii][Tt][Ee])$/,
    form: 'core or infinite',
  },
  provider: {
    expression: /^([Aa][Ww][Ss]|[Gg][Cc][Pp]|[Aa][Zz][Uu][Rr][Ee])$/,
    form: 'AWS, GCP or AZURE',
  },
  region: {
    expression: /^[A-Za-z][A-Za-z0-9_-]{1,62}$/,
    form: 'a region as Atlas spells it, such as US_EAST_1',
  },
  clusterName: {
    expression: /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/,
    form: 'a cluster name: 1 to 64 letters, digits and hyphens, beginning with a letter or digit',
  },
  projectName: {
    expression: /^(?!\.{1,2}$)[A-Za-z0-9 \-_.(),:&@+']{1,64}$/,
    form: "a project name: 1 to 64 letters, digits, spaces and -_.(),:&@+', and not just dots",
  },
  id: { expression: /^[0-9a-fA-F]{24}$/, form: 'an id of 24 hexadecimal digits' },
  mongodbVersion: { expression: /^[1-9][0-9]?(\.[0-9])?$/, form: 'a major version such as 8.0' },
  username: {
    expression: /^(?!\.{1,2}$)\P{Cc}{1,1024}$/u,
    form: 'a user name: one line of 1 to 1024 characters, and not just dots',
  },
  tag: { expression: tagText, form: '1 to 255 letters, digits, spaces and ; @ _ - . +' },
  role: {
    expression: /^[A-Za-z0-9_-]{1,128}(@[^\s@/\\."$*<>:|?]{1,63}(\.[^\s$]+)?)?$/,
    form: 'a role such as readWrite@orders (role@database), or the name of one in admin',
  },
  address: { expression: /^[^\s,;]{1,100}$/, form: 'exactly one address, CIDR block or AWS security group' },
} as const satisfies Record<string, Form>;
