import { createTransport } from 'nodemailer';
import type { EmailAdapter } from 'payload';

const FROM_NAME = 'Standfirst';

/**
 * Hands e-mails to the SMTP server that the operator named; without one they are written to the
 * log, so that nothing leaves a newsroom that did not ask for it.
 */
export function email({ smtpUrl, from }: { smtpUrl: string | null; from: string }): EmailAdapter {
  return ({ payload }) => {
    const transport = smtpUrl ? createTransport(smtpUrl) : null;
    return {
      name: transport ? 'smtp' : 'log',
      defaultFromAddress: from,
      defaultFromName: FROM_NAME,
      sendEmail: async (message) => {
        if (transport) {
          return transport.sendMail({ from: `${FROM_NAME} <${from}>`, ...message });
        }
        const { to, subject, text } = message;
        payload.logger.info(
          `E-mail, not sent (no SMTP_URL), to ${typeof to === 'string' ? to : 'several'}: ${subject ?? ''}`,
        );
        payload.logger.debug({ text });
        return undefined;
      },
    };
  };
}
