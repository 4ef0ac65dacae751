// The frame's news in the words of learning systems: Canvas (lti.frameResize), SPLICE (cssplice.org/slcp, iframe protocol)
// and xAPI (the verb `answered`). Pure functions: what to post to the parent.

export interface Verdict {
  correct: boolean;
  /** from 0 to 1 */
  score: number;
  attempt: number;
  misconceptions: string[];
  transcript: unknown;
}

/** Asks Canvas for a frame of this height, in CSS pixels. */
export const frameResize = (height: number) => ({ subject: 'lti.frameResize', height: Math.ceil(height) });

/** A unique id for each message of this frame. */
export function messageIds(prefix: string): () => string {
  let count = 0;
  return () => `${prefix}-${++count}`;
}

export const splice = {
  /** Asks for the state that was reported last; the answer is SPLICE.getState.response with the same message_id. */
  getState: (message_id: string) => ({ subject: 'SPLICE.getState', message_id }),
  /** @param score from 0 to 1 */
  reportScoreAndState: (message_id: string, score: number, state: object) => ({
    subject: 'SPLICE.reportScoreAndState', message_id, score: Math.min(1, Math.max(0, score)), state,
  }),
  sendEvent: (message_id: string, name: string, data: unknown) => ({ subject: 'SPLICE.sendEvent', message_id, name, data }),
  /** The state in a response to `message_id`; undefined when it is none. */
  readState(message: unknown, message_id: string): Record<string, unknown> | undefined {
    if (typeof message !== 'object' || message === null) return undefined;
    const { subject, message_id: to, state } = message as Record<string, unknown>;
    if (subject !== 'SPLICE.getState.response' || to !== message_id) return undefined;
    return typeof state === 'object' && state !== null && !Array.isArray(state) ? (state as Record<string, unknown>) : undefined;
  },
};

/**
 * An xAPI statement without its actor, whom only the learning system knows (it adds one before it stores the statement).
 *
 * @param activity address of the exercise
 * @param seconds real seconds since the exercise was shown, or since the attempt before
 */
export function answered(activity: string, name: string, verdict: Verdict, seconds: number): object {
  return {
    verb: { id: 'http://adlnet.gov/expapi/verbs/answered', display: { 'en-US': 'answered' } },
    object: {
      objectType: 'Activity',
      id: activity,
      definition: { name: { 'en-US': name }, type: 'http://adlnet.gov/expapi/activities/interaction', interactionType: 'other' },
    },
    result: {
      score: { scaled: verdict.score },
      success: verdict.correct,
      completion: true,
      duration: `PT${seconds.toFixed(1)}S`,
      response: JSON.stringify(verdict.transcript),
    },
  };
}
