/** Words that can end a title. "Secretary General" and "Secretary of State" are joined below. */
const HEADS =
  'president chancellor minister premier senator congressman congresswoman representative governor mayor mayoress councillor councilman councilwoman ambassador envoy commissioner secretary general chief director chairman chairwoman chair chairperson executive officer master president-elect king queen prince princess emperor pope bishop archbishop cardinal rabbi imam reverend judge justice attorney prosecutor lawyer solicitor barrister sheriff detective inspector superintendent constable sergeant lieutenant captain major colonel admiral commander marshal professor doctor economist historian analyst researcher scientist biologist engineer architect author novelist poet actor actress singer musician composer conductor painter artist photographer filmmaker journalist reporter correspondent editor columnist broadcaster presenter anchor host moderator spokesman spokeswoman spokesperson adviser advisor aide strategist pollster manager coach striker goalkeeper farmer fisherman teacher headteacher principal student nurse surgeon physician pilot harbourmaster harbormaster skipper founder co-founder owner landlord resident neighbour neighbor candidate nominee speaker leader whip deputy lawmaker legislator activist campaigner organiser organizer lord lady baroness baron dame sir archaeologist curator librarian meteorologist geologist astronomer dean provost rector vicar pastor priest firefighter paramedic coroner ombudsman treasurer trustee clerk keeper warden ranger conservationist fellow scholar driver baker butcher brewer developer investor banker trader retiree pensioner vice-president steward builder shopkeeper bürgermeister bürgermeisterin minister ministerin kanzler kanzlerin präsident präsidentin sprecher sprecherin professorin direktor direktorin leiter leiterin inhaber inhaberin betreiber betreiberin besitzer besitzerin pfarrer pfarrerin vorsitzender vorsitzende maire ministre président présidente directeur directrice porte-parole propriétaire alcalde alcaldesa ministro ministra presidente presidenta portavoz directora';
const MODIFIERS =
  'prime vice deputy first foreign defence defense finance interior home health education justice trade labour labor environment energy transport culture agriculture economy economics former ex acting interim then-incoming incoming outgoing senior junior lead general chief chief-of-staff executive managing associate assistant attorney lieutenant secretary under shadow opposition majority minority party press campaign state federal national city district county harbour harbor town village parish shop police fire school head presidential republican democratic labour conservative liberal green research communications marketing technology financial operating legal political policy security military';

const HONORIFICS =
  'Mr Mrs Ms Miss Mx Dr Prof Sen Rep Gov Gen Col Lt Capt Maj Sgt Cmdr Adm Rev Fr Sr Hon Pres Herr Frau Monsieur Madame M Mme Mlle Señor Señora Doña Sir Dame Lord Lady';

const HEAD_SET = new Set(HEADS.split(' '));
const MODIFIER_SET = new Set(MODIFIERS.split(' '));
const HONORIFIC_SET = new Set(HONORIFICS.split(' '));

/** Abbreviated titles that name an office, and the office. */
const OFFICES = new Map([
  ['Sen', 'Senator'],
  ['Rep', 'Representative'],
  ['Gov', 'Governor'],
  ['Gen', 'General'],
  ['Col', 'Colonel'],
  ['Lt', 'Lieutenant'],
  ['Capt', 'Captain'],
  ['Prof', 'Professor'],
  ['Pres', 'President'],
]);

const FEMALE_TITLE =
  /^(Mrs|Ms|Miss|Frau|Madame|Mme|Mlle|Señora|Doña|Dame|Lady|queen|princess|baroness|actress|mayoress|.*woman|.*(er|or|ent)in|présidente|directrice|alcaldesa|ministra|presidenta|directora)$/i;
const MALE_TITLE = /^(Mr|Herr|Monsieur|M|Señor|Sir|Lord|king|prince|baron|.*[^o]man)$/i;

/** "Justizministerin", "SPD-Parteichef": German makes one word of an office and its field. */
const GERMAN_HEAD =
  /^\p{Lu}[\p{L}-]*(?:minister|kanzler|präsident|sprecher|meister|direktor|leiter|politiker|professor|richter|senator|kommissar|kandidat|trainer|forscher|sekretär|gründer|kritiker|führer|inhaber|betreiber|besitzer|händler|unternehmer|manager|berater|verwalter|ermittler|lehrer|pfarrer|verteidiger)(?:s|in|n)?$|^\p{Lu}[\p{L}-]*(?:[Cc]hef(?:in)?|experte|expertin|vorsitzende[rn]?|beauftragte[rn]?|abgeordnete[rn]?|anwalt|anwältin)$/u;

/** "Minister", "minister", "co-founder": a word that can end a title. */
export function isTitleHead(word: string): boolean {
  return HEAD_SET.has(word.toLowerCase()) || GERMAN_HEAD.test(word);
}

/** "Prime", "deputy", "former": a word that can stand before the head of a title. */
export function isTitleModifier(word: string): boolean {
  return MODIFIER_SET.has(word.toLowerCase());
}

/** "Mr", "Dr.", "Sen.": written before a name, with or without its stop. */
export function isHonorific(word: string): boolean {
  return HONORIFIC_SET.has(word.replace(/\.$/, ''));
}

/** The office behind an abbreviated title ("Sen." is "Senator"), or null for "Mr." and the like. */
export function officeOf(word: string): string | null {
  return OFFICES.get(word.replace(/\.$/, '')) ?? null;
}

/** The gender that a title says, where it says one. */
export function genderOfTitle(word: string): 'female' | 'male' | null {
  const bare = word.replace(/\.$/, '');
  if (FEMALE_TITLE.test(bare)) return 'female';
  return MALE_TITLE.test(bare) ? 'male' : null;
}
