/**
 * The arrows between the folders, as lint rules whose messages name the way out.
 * domain <- contract <- usecases <- resolvers; forge implements the ports; static knows contract and domain only.
 */

const FORGE = { group: ['@forge/*'], message: 'Only src/forge (backend) and static/shared/bridge.ts (pages) name @forge/*: call those instead.' };
const NODE = { group: ['node:*', 'fs', 'path', 'http', 'child_process'], message: 'This code runs in Forge or a browser: nothing of Node is there.' };

function outside(folders, message) {
  return { regex: `^(\\.\\./)+(.*/)?(${folders.join('|')})(/|$)`, message };
}

function arrows(files, patterns, ignores = []) {
  return { files, ignores, rules: { 'no-restricted-imports': ['error', { patterns }] } };
}

const WORLD = ['local', 'test', 'bench', 'scripts'];

export const arrowRules = [
  arrows(['src/domain/**'], [FORGE, NODE,
    { group: ['react', 'react-dom', '@atlaskit/*', 'zod'], message: 'The domain is plain values and functions: parse in contract, draw in static.' },
    outside(['contract', 'usecases', 'forge', 'resolvers', 'static', ...WORLD], 'The domain imports only the domain: take what you need as an argument.')]),
  arrows(['src/contract/**'], [FORGE, NODE,
    outside(['usecases', 'forge', 'resolvers', 'static', ...WORLD], 'The contract imports only the domain: move what both sides need into contract or domain.')]),
  arrows(['src/usecases/**'], [FORGE, NODE,
    outside(['forge', 'resolvers', 'static', ...WORLD], 'Use cases take their ports as arguments: declare a port in usecases/ports.ts and let src/index.ts plug it in.')]),
  arrows(['src/resolvers/**'], [FORGE, NODE,
    outside(['forge', 'static', ...WORLD], 'Resolvers parse, call one use case and answer: get the adapter as an argument from src/index.ts.')]),
  arrows(['src/forge/**'], [NODE,
    outside(['resolvers', 'static', ...WORLD], 'Adapters implement the ports of usecases/ports.ts and know nothing of who calls them.')]),
  arrows(['src/index.ts'], [NODE, FORGE, outside(['static', ...WORLD], 'src/index.ts plugs together what stands in src/.')]),
  arrows(['static/**'], [FORGE, NODE,
    outside(['usecases', 'forge', 'resolvers', ...WORLD], 'Pages import contract and domain only: add a call to contract/calls.ts and invoke it.')],
  ['static/shared/bridge.ts']),
  arrows(['static/shared/bridge.ts'], [NODE,
    outside(['usecases', 'forge', 'resolvers', ...WORLD], 'Pages import contract and domain only: add a call to contract/calls.ts and invoke it.')]),
];
