/** Wordings that cannot be measured, each kind with what is missing. The lists are ours; add only what people really write. */

export type VagueKind = 'comparative' | 'quality' | 'haste' | 'amount' | 'frequency' | 'open end' | 'loophole' | 'passive wish';

export interface VagueWording {
  readonly kind: VagueKind;
  /** Matches one occurrence; global and case-insensitive. */
  readonly wording: RegExp;
  /** What to add so that it can be measured. */
  readonly missing: string;
  /** Whether a measure in the same sentence answers the question already. */
  readonly excusedByNumber: boolean;
}

const COMPARATIVES = `faster quicker slower better worse easier simpler smoother safer cheaper cleaner leaner richer nicer smarter stronger
  higher lower larger bigger smaller greater shorter longer earlier sooner later fewer friendlier`;
const SUPERLATIVES = 'fastest quickest best easiest simplest smoothest safest cheapest highest lowest greatest smallest largest shortest';
const QUALITIES = `fast quick slow quickly slowly swiftly rapidly rapid responsive performant snappy instant instantly real-time near-real-time easy easily simple simply
  intuitive user-friendly friendly usable convenient seamless seamlessly smooth smoothly frictionless robust robustly reliable reliably
  stable resilient scalable flexible flexibly adaptable extensible maintainable modern state-of-the-art best-in-class world-class
  cutting-edge high-quality good great nice excellent clean elegant lightweight efficient efficiently effective effectively optimal
  optimally optimized optimised optimize optimise improved improve enhanced enhance secure securely safe safely accurate accurately
  acceptable adequate adequately appropriate appropriately suitable suitably proper properly reasonable reasonably satisfactory
  sufficient sufficiently comparable correctly well competent consistent unambiguous graceful gracefully powerful negligible`;
const AMOUNTS = `many several few some various numerous most multiple lots substantial considerable significant significantly large huge
  big small minimal minimum maximum high low heavy excessive enough`;
const FREQUENCIES = 'often frequently regularly periodically occasionally sometimes usually normally typically generally mostly rarely seldom';

/** In the order in which they are tried; where two overlap, the one that begins first and is longer is kept. */
export const VAGUE_WORDINGS: readonly VagueWording[] = [
  {
    kind: 'haste', excusedByNumber: false, missing: 'the date or the level that is soon or good enough',
    wording: /\b(?:as\s+\p{L}+\s+as\s+(?:is\s+)?(?:practically\s+)?possible|asap|a\.s\.a\.p\.|urgent(?:ly)?|soon|in\s+(?:a\s+)?timely\s+(?:manner|fashion)|timely|immediately|promptly|right\s+away|without\s+(?:undue\s+)?delay|at\s+the\s+earliest)(?![\p{L}-])/giu,
  },
  {
    kind: 'open end', excusedByNumber: false, missing: 'the rest of the list, or where it stands',
    wording: /\b(?:etc\b\.?|and\s+so\s+on|and\/or|and\s+(?:much\s+)?more\b(?!\s+than)|including\s+but\s+not\s+limited\s+to|not\s+limited\s+to|among\s+others?|to\s+be\s+(?:determined|decided|defined)|tbd|tbc)(?![\p{L}-])/giu,
  },
  {
    kind: 'loophole', excusedByNumber: false, missing: 'in which cases it must hold and in which not',
    wording: /\b(?:if\s+(?:practical|practicable|possible|needed|necessary|required|feasible)|as\s+(?:appropriate|applicable|needed|necessary|required)|where\s+(?:possible|appropriate|applicable)|when(?:ever)?\s+(?:possible|necessary|needed)|wherever\s+possible|to\s+the\s+extent\s+possible|preferabl[ey]|ideally|at\s+a\s+minimum|minimi[sz](?:e[sd]?|ing)|maximi[sz](?:e[sd]?|ing)|approximately|roughly|about\s+right|almost|nearly|rather|quite|fairly|relatively|somewhat|up\s+to\s+date|depend(?:s|ing)?\s+(?:up)?on)(?![\p{L}-])/giu,
  },
  {
    kind: 'passive wish', excusedByNumber: true, missing: 'who must be able to do what, and how you would notice',
    wording: /\b(?:(?:should|could|must|needs?\s+to|has\s+to)\s+be\s+(?:improved|optimi[sz]ed|enhanced|supported|handled|considered|addressed|reworked|cleaned\s+up|looked\s+(?:at|into)|made\s+\p{L}+|streamlined|moderni[sz]ed)|it\s+would\s+be\s+(?:nice|good|great|helpful)|(?:would|should)\s+like\s+(?:it\s+)?to\s+be|we\s+(?:wish|hope))(?![\p{L}-])/giu,
  },
  {
    kind: 'comparative', excusedByNumber: true, missing: 'from which number to which',
    wording: new RegExp(`\\b(?<!\\bno\\s)(?:${alternatives(COMPARATIVES)}|${alternatives(SUPERLATIVES)}|(?:more|less|most|least)\\s+(?!than\\b|of\\b)\\p{L}+|more|less)(?![\\p{L}-])`, 'giu'),
  },
  {
    kind: 'quality', excusedByNumber: false, missing: 'how you would measure it, and the number',
    wording: new RegExp(`(?<![\\p{L}-])(?:${alternatives(QUALITIES)}|user\\s+friendly|easy\\s+to\\s+\\p{L}+|high\\s+(?:quality|performance|availability|level)|low\\s+latency)(?![\\p{L}-])`, 'giu'),
  },
  {
    kind: 'amount', excusedByNumber: true, missing: 'the number',
    wording: new RegExp(`(?<![\\p{L}-])(?:${alternatives(AMOUNTS)}|a\\s+(?:lot|number|few|couple)\\s+of)(?![\\p{L}-])`, 'giu'),
  },
  {
    kind: 'frequency', excusedByNumber: true, missing: 'how many times in which period',
    wording: new RegExp(`(?<![\\p{L}-])(?:${alternatives(FREQUENCIES)})(?![\\p{L}-])`, 'giu'),
  },
];

function alternatives(words: string): string {
  return words.trim().split(/\s+/).join('|');
}
