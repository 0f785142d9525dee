/** Names what is copied off a story page, so that a paste on one takes it as it is. */
export const STORY_NAMESPACE = 'standfirst-story';
