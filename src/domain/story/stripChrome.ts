import type { Block, StoryOrigin } from './ParsedStory';
import { readCopyright } from './readCopyright';

/** What a site puts around a story. Each must match a whole block, never a part of a sentence. */
const CHROME: RegExp[] = [
  /^(share|tweet|print|e-?mail|save|bookmark|copy link|comments?|reply|menu|search|home|log ?in|sign (in|up)|close|facebook|twitter|x|whatsapp|linkedin|reddit|telegram|pinterest)$/i,
  /^((share|print|save|e-?mail|listen to|bookmark|rate|like)( |$))(this |the )?(news|article|story|page|post|on|via)\b.{0,40}$/i,
  /^share (on|via|with)\b.{0,60}$/i,
  /^(((facebook|twitter|x|whatsapp|linkedin|reddit|e-?mail|print|copy link|telegram)\b)[\s|,·•/]*){2,}$/i,
  /^\W*(advertisement|advertising|sponsored( content)?|paid content|anzeige|werbung|publicité|publicidad)\W*$/i,
  /^(advertisement|story|article) continues below.{0,40}$/i,
  /^(scroll (down )?to continue|continue reading).{0,60}$/i,
  /^(related|related (stories|articles|news|content|topics)|read (also|more|next)|see also|also read|more (on this story|stories|from .{2,40})|recommended|you (may|might) also like|most read|trending|lesen sie auch|mehr zum thema|lire aussi|à lire aussi|lea también|watch|tags?|topics|filed under)\s*:.{0,160}$/i,
  /^(related (stories|articles|news|content|topics)|read (also|more|next)|see also|also read|more on this story|more stories|recommended( for you)?|you (may|might) also like.{0,20}|most read|trending( now)?|lesen sie auch|mehr zum thema|lire aussi|à lire aussi|lea también)$/i,
  /^(this (web)?site|we( and our partners)?) uses? cookies\b.{0,400}$/i,
  /^by (continuing|clicking|using)\b.{0,120}\b(cookies|privacy policy|terms)\b.{0,200}$/i,
  /^(accept|reject|manage)( all)?( cookies| preferences)?$/i,
  /^(cookie|privacy) (policy|settings|notice)$/i,
  /^(sign up|subscribe|register|join|abonnieren sie|abonnez-vous|suscríbase)\b.{0,160}\b(newsletters?|inbox|briefing|e-?mail( alerts?)?|subscribers|today|now|boletín|infolettre)\W*$/i,
  /^(get|have) (our|the) .{0,60}\b(newsletter|inbox|briefing)\b.{0,60}$/i,
  /^(our )?newsletter$/i,
  /^(follow|like|find) (us|.{2,30}) on (facebook|twitter|x|instagram|whatsapp|google news|telegram|linkedin)\b.{0,80}$/i,
  /^(download|get) (our|the) app\b.{0,60}$/i,
  /^(skip|jump) to (main )?(content|navigation)$/i,
  /^back to top$/i,
  /^\d{1,3}\s?(min(ute)?s?|sec(ond)?s?)\.?( read| to read| ago)$/i,
  /^\d+ (comments?|shares?|views?)$/i,
  /^(published|posted|updated|last (updated|modified)|first published)( on| at)?\s?:?\s.{0,12}\d.{0,60}$/i,
  /^(home|news)( ?[>»›|/] ?[^>»›|/]{1,40}){1,5}$/i,
  /^terms (of (use|service)|and conditions)([ |·•].{0,60})?$/i,
];

/** Chrome lines are short; a longer block is always a paragraph. */
const CHROME_MAX = 420;

/**
 * Takes the lines that belong to the site out of a story, and keeps what they say of its origin: the
 * publisher, the copyright line and its year. `removed` holds every block taken out, in order.
 */
export function stripChrome(blocks: Block[]): {
  blocks: Block[];
  removed: Block[];
  origin: StoryOrigin;
} {
  let origin: StoryOrigin = { publisher: null, copyrightLine: null, copyrightYear: null };
  const kept: Block[] = [];
  const removed: Block[] = [];
  for (const block of blocks) {
    const copyright = readCopyright(block.text);
    if (copyright !== null && origin.copyrightLine === null) origin = copyright;
    (copyright !== null || isChrome(block.text) ? removed : kept).push(block);
  }
  return { blocks: kept, removed, origin };
}

function isChrome(text: string): boolean {
  return text.length <= CHROME_MAX && CHROME.some((pattern) => pattern.test(text));
}
