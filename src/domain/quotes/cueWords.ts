import type { QuoteLanguage } from './FoundQuote';

/** The words that say that somebody speaks, for one language. All in small letters. */
export interface CueWords {
  /** Finite forms: "said", "says". */
  finite: Set<string>;
  /** Participles, whose subject is that of the main clause: "saying". */
  participles: Set<string>;
  /** The end of a text in which a speech verb stands directly before a quotation. */
  beside: RegExp;
  /** The start of a text in which a speech verb stands directly after a quotation. */
  following: RegExp;
  /** Small words that stand between subject and verb: "a déclaré", "hat gesagt". */
  auxiliaries: Set<string>;
  /** "He", "she" and their like, by gender. */
  pronouns: Map<string, 'female' | 'male' | null>;
}

/** Verbs with regular forms. */
const REGULAR =
  'accuse acknowledge add address admonish advise affirm agree allege announce answer argue ask assert assure beg blast boast call caution charge chide cite claim clarify comment complain conclude concede confess confide confirm contend correct counter criticize criticise croak cry declare decry defend demand denounce deny describe detail dismiss elaborate emphasize emphasise encourage exclaim explain express gasp grumble hail highlight hint implore indicate inform inquire insist interject interrupt intone invite issue joke lament laugh lecture maintain marvel mention mock murmur muse mutter name note observe offer opine order outline pledge plead point portray post praise predict press proclaim promise pronounce propose protest query question quote rail reason recall recite recommend recount refer reflect reiterate relate release remark remind repeat reply report request respond retort reveal roar scoff scream shout sigh signal sneer snap speculate state stress submit suggest summarize surmise tease testify thank threaten thunder tout tweet underline underscore urge utter voice vow wail warn welcome whisper wonder worry yell accept admire appeal applaud believe consider deem deride doubt expect fear feel hope label mean question regard reject retweet slam suspect tag trash attack blame brand characterize characterise claim condemn dub explain fire frame greet pitch present term';
const IRREGULAR =
  'say says said saying|tell tells told telling|write writes wrote writing|speak speaks spoke speaking|think thinks thought thinking|admit admits admitted admitting|quip quips quipped quipping|know knows knew knowing|read reads read reading|find finds found finding|swear swears swore swearing|go goes went going|hear hears heard hearing|put puts put putting|begin begins began beginning|continue continues continued continuing|chant chants chanted chanting|sing sings sang singing|teach teaches taught teaching|rap raps rapped rapping|blog blogs blogged blogging|refer refers referred referring|understand understands understood understanding|deliver delivers delivered delivering|text texts texted texting|email emails emailed emailing|e-mail e-mails e-mailed e-mailing|hold holds held holding|learn learns learned learning|show shows showed showing|write writes written writing|liken likens likened likening|list lists listed listing|compare compares compared comparing|acknowledge acknowledges acknowledged acknowledging|concur concurs concurred concurring|commit commits committed committing|argue argues argued arguing|see sees saw seeing|want wants wanted wanting|sum sums summed summing|pen pens penned penning|fret frets fretted fretting|rebut rebuts rebutted rebutting|spin spins spun spinning';

const ENGLISH_PRONOUNS: [string, 'female' | 'male' | null][] = [
  ['he', 'male'],
  ['she', 'female'],
  ['they', null],
  ['i', null],
  ['we', null],
  ['you', null],
  ['it', null],
];

const FRENCH =
  'affirme affirmé affirmait ajoute ajouté ajoutait annonce annoncé assure assuré avance avancé avertit averti confie confié confirme confirmé conclut conclu déclare déclaré demande demandé dénonce dénoncé dit disait estime estimé explique expliqué expliquait écrit indique indiqué insiste insisté juge jugé lance lancé lâche martèle note noté observe observé poursuit précise précisé prévient prévenu promet promis raconte raconté rappelle rappelé reconnaît reconnu regrette regretté répète répété répond répondu résume résumé rétorque révèle révélé s’exclame sourit souligne souligné soupire soutient soutenu témoigne';
const GERMAN =
  'antwortete antwortet behauptete behauptet bekräftigte bekräftigt berichtete berichtet beteuerte betonte betont erinnerte erklärte erklärt ergänzte ergänzt erläuterte erwiderte erzählte erzählt forderte fordert fragte fragt fügte hinzu kommentierte kritisierte kritisiert lobte meinte meint nannte nennt räumte rief ruft sagte sagt gesagt schrieb schreibt sprach spricht teilte unterstrich urteilte urteilt verkündete versicherte versichert versprach warnte warnt wiederholte zitierte so';
const SPANISH =
  'aclaró advirtió afirma afirmó agregó añade añadió anunció apuntó asegura aseguró aseveró comentó concluyó confesó confirmó contestó criticó cuenta contó declaró denunció destacó dice dijo escribió exclamó explica explicó expresó indicó insistió lamentó manifestó murmuró observó opinó pidió precisó preguntó prometió recalcó reconoció recordó reiteró remarcó repitió replicó respondió reveló señala señaló sostuvo subrayó sugirió';

function regularForms(base: string): { finite: string[]; participle: string } {
  if (/[^aeiou]y$/.test(base)) {
    const stem = base.slice(0, -1);
    return { finite: [base, `${stem}ies`, `${stem}ied`], participle: `${base}ing` };
  }
  if (base.endsWith('e')) {
    return { finite: [base, `${base}s`, `${base}d`], participle: `${base.slice(0, -1)}ing` };
  }
  const third = /(s|sh|ch|x|z)$/.test(base) ? `${base}es` : `${base}s`;
  return { finite: [base, third, `${base}ed`], participle: `${base}ing` };
}

function englishCues(): CueWords {
  const finite = new Set<string>();
  const participles = new Set<string>();
  for (const base of REGULAR.split(' ')) {
    const forms = regularForms(base);
    for (const form of forms.finite) finite.add(form);
    participles.add(forms.participle);
  }
  for (const row of IRREGULAR.split('|')) {
    const forms = row.split(' ');
    for (const form of forms.slice(0, 3)) finite.add(form);
    participles.add(forms[3] ?? '');
  }
  return build({ finite, participles, pronouns: ENGLISH_PRONOUNS });
}

function build(options: {
  finite: Set<string>;
  participles: Set<string>;
  pronouns: [string, 'female' | 'male' | null][];
  auxiliaries?: string;
}): CueWords {
  const verbs = [...options.finite, ...options.participles]
    .filter((verb) => verb !== '' && verb !== 'so')
    .join('|');
  const pronouns = options.pronouns.map(([word]) => word).join('|');
  return {
    finite: options.finite,
    participles: options.participles,
    beside: new RegExp(`(?:^|[^\\p{L}])(?:${verbs})(?: that| this| que|, dass)?[,:]?\\s*$`, 'iu'),
    following: new RegExp(
      `^[,]?\\s*(?:(?:${verbs})(?![\\p{L}])|(?:${pronouns}|\\p{Lu}[^\\s,.;]*(?: \\p{Lu}[^\\s,.;]*){0,4}) (?:${verbs})(?![\\p{L}]))`,
      'u',
    ),
    auxiliaries: new Set((options.auxiliaries ?? '').split(' ')),
    pronouns: new Map(options.pronouns),
  };
}

function plainCues(options: {
  verbs: string;
  auxiliaries: string;
  pronouns: [string, 'female' | 'male' | null][];
}): CueWords {
  return build({ ...options, finite: new Set(options.verbs.split(' ')), participles: new Set() });
}

const CUES: Record<QuoteLanguage, CueWords> = {
  en: englishCues(),
  fr: plainCues({
    verbs: FRENCH,
    auxiliaries: 'a ont avait avaient aurait est s’est lui leur l’a',
    pronouns: [
      ['il', 'male'],
      ['elle', 'female'],
      ['on', null],
    ],
  }),
  de: plainCues({
    verbs: GERMAN,
    auxiliaries: 'hat haben hatte hatten habe sich auch',
    pronouns: [
      ['er', 'male'],
      ['sie', null],
    ],
  }),
  es: plainCues({
    verbs: SPANISH,
    auxiliaries: 'ha han había habría le les lo',
    pronouns: [
      ['él', 'male'],
      ['ella', 'female'],
    ],
  }),
};

/** The cue words of a language. */
export function cuesOf(language: QuoteLanguage): CueWords {
  return CUES[language];
}
