// The first page: what one has, what is near, and what must be used in time.
import { useQuery } from "@tanstack/react-query";
import { useSpeech } from "../language.ts";
import { Trouble, Waiting } from "../parts/states.tsx";
import { TierBlock } from "../parts/tierBlock.tsx";
import { goTo } from "../place.ts";
import { type Me, portalQuery, type Reward, rewardsQuery, tierQuery, type Wallet, walletsQuery } from "../queries.ts";

const FOR_YOU_MAX = 3;
const EXPIRING_SHOWN = 3;

export function HomePage({ me }: { me: Me }) {
  const { say, moment } = useSpeech();
  const wallets = useQuery(walletsQuery);
  const rewards = useQuery(rewardsQuery);
  const tier = useQuery(tierQuery);
  const { data: portal } = useQuery(portalQuery);
  const [main] = wallets.data ?? [];
  if (wallets.data === undefined) {
    return (
      <>
        <Hello me={me} />
        {wallets.error === null ? <Waiting blocks={3} /> : <Trouble error={wallets.error} again={wallets.refetch} />}
      </>
    );
  }
  return (
    <>
      <Hello me={me} />
      {me.restsUntil === null ? null : (
        <p className="note" role="status">
          {say("frame.resting", { at: moment(me.restsUntil, portal?.timezone) })}
        </p>
      )}
      {main === undefined ? null : <Balance wallet={main} />}
      {wallets.data.slice(1).map((wallet) => (
        <OtherBalance key={wallet.pointsType} wallet={wallet} />
      ))}
      {main === undefined ? null : <Expiring wallet={main} zone={portal?.timezone} />}
      <NextReward rewards={rewards.data ?? []} wallet={main} />
      {tier.data === undefined ? null : <TierBlock tier={tier.data} zone={portal?.timezone} />}
      <ForYou rewards={rewards.data ?? []} />
    </>
  );
}

function Hello({ me }: { me: Me }) {
  const { say } = useSpeech();
  return <h1>{me.name === null ? say("home.helloYou") : say("home.hello", { name: me.name })}</h1>;
}

/** Below zero it says so, and why that can be. */
function Balance({ wallet }: { wallet: Wallet }) {
  const { say, number } = useSpeech();
  const { spendable, pending, debt, total } = wallet;
  const isNew = total === 0 && pending === 0 && debt === 0;
  return (
    <section className="block" aria-labelledby="balance">
      <h2 className="quiet small" id="balance">
        {say("home.yours")}
      </h2>
      <p className="big">
        {number(spendable)}
        <small> {say("home.points", { points: spendable }).trim()}</small>
      </p>
      {pending === 0 ? null : <p className="good">{say("home.pending", { points: pending })}</p>}
      {debt === 0 ? null : (
        <div>
          <p className="bad">{say("home.owes", { points: debt })}</p>
          <p className="quiet small">{say("home.owesHint")}</p>
        </div>
      )}
      {isNew ? (
        <div>
          <p>{say("home.none")}</p>
          <p className="quiet small">{say("home.noneHint")}</p>
        </div>
      ) : null}
    </section>
  );
}

/** A further currency of the programme, by its code. */
function OtherBalance({ wallet }: { wallet: Wallet }) {
  const { number } = useSpeech();
  if (wallet.total === 0) return null;
  return (
    <p className="row">
      <span>{wallet.pointsType}</span>
      <strong className="figures">{number(wallet.total)}</strong>
    </p>
  );
}

function Expiring({ wallet, zone }: { wallet: Wallet; zone: string | undefined }) {
  const { say, day } = useSpeech();
  if (wallet.expiring.length === 0) return null;
  return (
    <section className="block-plain" aria-labelledby="expiring">
      <h2 id="expiring">{say("home.expiring")}</h2>
      <ul className="lines">
        {wallet.expiring.slice(0, EXPIRING_SHOWN).map(({ points, at }) => (
          <li key={at} className="row">
            {say("home.expires", { points, day: day(at, zone) })}
          </li>
        ))}
      </ul>
    </section>
  );
}

function NextReward({ rewards, wallet }: { rewards: readonly Reward[]; wallet: Wallet | undefined }) {
  const { say } = useSpeech();
  const next = rewards.find(({ why, missing }) => why === undefined && missing > 0);
  if (next === undefined || wallet === undefined) return null;
  const said = say("home.toReward", { points: next.missing, reward: next.name });
  return (
    <section className="block-plain" aria-labelledby="nextReward">
      <h2 id="nextReward">{say("home.nextReward")}</h2>
      <progress className="meter" value={next.cost.points - next.missing} max={next.cost.points} aria-label={said} />
      <p>{said}</p>
    </section>
  );
}

function ForYou({ rewards }: { rewards: readonly Reward[] }) {
  const { say } = useSpeech();
  const now = rewards.filter(({ canHave }) => canHave).slice(-FOR_YOU_MAX);
  if (now.length === 0) return null;
  return (
    <section className="block" aria-labelledby="forYou">
      <h2 id="forYou">{say("home.forYou")}</h2>
      <ul className="lines">
        {now.map(({ code, name }) => (
          <li key={code} className="row">
            <span className="row-text">{say("home.canHave", { reward: name })}</span>
            <button
              type="button"
              className="link"
              aria-label={`${say("home.look")}: ${name}`}
              onClick={() => goTo("rewards")}
            >
              {say("home.look")}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
