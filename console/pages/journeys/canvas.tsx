// The journey as it is drawn: steps below each other, ways between them, and how many members stand where.
import type { Journey, JourneyStep } from "@fedele/core/journeys.ts";
import { ActionIcon, Badge, Paper, Text, UnstyledButton, useComputedColorScheme } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import {
  Background,
  BaseEdge,
  Controls,
  EdgeLabelRenderer,
  type EdgeProps,
  type Edge as FlowEdge,
  type Node as FlowNode,
  getSmoothStepPath,
  Handle,
  type NodeProps,
  Position,
  ReactFlow,
} from "@xyflow/react";
import "@xyflow/react/dist/style.css";
import { useSpeech } from "../../language.ts";
import classes from "./journeys.module.css";
import { edgesOf, type Gap, layOut, type Way } from "./plan.ts";
import { useJourneyWords } from "./words.ts";

export type StepCounts = ReadonlyMap<string, { waiting: number; passed: number }>;

export type Drawing = Readonly<{
  plan: Journey;
  counts: StepCounts;
  /** Where an editor or the server points to. */
  chosen: string | undefined;
  fault: string | undefined;
  onChoose(stepId: string): void;
  /** Absent where nothing can be changed. */
  onPutIn?: ((gap: Gap) => void) | undefined;
}>;

const WIDTH = 260;
const ROW = 150;
const ENTRY = "entry of the journey";

type StepNode = FlowNode<
  { step: JourneyStep; words: string; count: string; isChosen: boolean; isFaulty: boolean; onChoose(): void },
  "step"
>;
type EntryNode = FlowNode<{ words: string }, "entry">;
type EndNode = FlowNode<Record<string, never>, "end">;
type WayEdge = FlowEdge<{ gap: Gap; label: string; onPutIn?: ((gap: Gap) => void) | undefined }, "way">;

export function Canvas(drawing: Drawing) {
  const { say } = useSpeech();
  const scheme = useComputedColorScheme("light");
  const { nodes, edges } = useDrawn(drawing);
  return (
    <Paper withBorder className={classes.canvas ?? ""} role="group" aria-label={say("journeys.canvas")}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        colorMode={scheme}
        fitView
        fitViewOptions={{ minZoom: 0.75, maxZoom: 1, padding: 0.1 }}
        minZoom={0.3}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        zoomOnScroll={false}
        preventScrolling={false}
        proOptions={{ hideAttribution: true }}
      >
        <Background />
        <Controls showInteractive={false} aria-label={say("journeys.zoom")} />
      </ReactFlow>
    </Paper>
  );
}

function useDrawn({ plan, counts, chosen, fault, onChoose, onPutIn }: Drawing) {
  const { say, number } = useSpeech();
  const words = useJourneyWords();
  const places = layOut(plan);
  const stepNodes = plan.steps.map((step): StepNode => {
    const { row, column } = places.get(step.id) ?? { row: 0, column: 0 };
    const { waiting = 0, passed = 0 } = counts.get(step.id) ?? {};
    return {
      id: step.id,
      type: "step",
      position: { x: column * (WIDTH + 40), y: (row + 1) * ROW },
      data: {
        step,
        words: words.step(step),
        count: say("journeys.counts", { waiting: number(waiting), passed: number(passed) }),
        isChosen: chosen === step.id,
        isFaulty: fault === step.id,
        onChoose: () => onChoose(step.id),
      },
    };
  });
  const entry: EntryNode = {
    id: ENTRY,
    type: "entry",
    position: { x: 0, y: 0 },
    data: { words: words.entry(plan.entry) },
  };
  const ends: EndNode[] = [];
  const edges = edgesOf(plan).map(({ stepId, way, to }): WayEdge => {
    const from = stepId ?? ENTRY;
    const id = `${from} ${way}`;
    if (to === null) ends.push(endOf(id, { from: places.get(from), way, count: waysOf(plan, stepId) }));
    const label = words.way(
      plan.steps.find((step) => step.id === stepId),
      way,
    );
    return { id, type: "way", source: from, target: to ?? id, data: { gap: { stepId, way }, label, onPutIn } };
  });
  return { nodes: [entry, ...stepNodes, ...ends], edges };
}

function waysOf(plan: Journey, stepId: string | null): number {
  return edgesOf(plan).filter((edge) => edge.stepId === stepId).length;
}

/** A small mark below the step where the journey ends for whoever goes that way. */
function endOf(
  id: string,
  { from, way, count }: { from: { row: number; column: number } | undefined; way: Way; count: number },
): EndNode {
  const { row, column } = from ?? { row: 0, column: 0 };
  const index = typeof way === "number" ? way : Number(way === "otherwise");
  const x = column * (WIDTH + 40) + WIDTH / 2 - 6 + (index - (count - 1) / 2) * 110;
  return { id, type: "end", position: { x, y: (row + 2) * ROW - 8 }, data: {} };
}

function StepBox({ data }: NodeProps<StepNode>) {
  const { say } = useSpeech();
  const { step, words, count, isChosen, isFaulty, onChoose } = data;
  return (
    <>
      <Handle type="target" position={Position.Top} className={classes.handle ?? ""} isConnectable={false} />
      <UnstyledButton
        className={`nodrag nopan ${classes.step ?? ""}`}
        data-chosen={isChosen}
        data-faulty={isFaulty}
        onClick={onChoose}
      >
        <Badge size="sm" variant="light" {...(isFaulty ? { color: "red.9" } : {})}>
          {say(`journeys.kind.${step.kind}`)}
        </Badge>
        <Text size="sm" lineClamp={2}>
          {words}
        </Text>
        <Text size="xs" c="dimmed">
          {count}
        </Text>
      </UnstyledButton>
      <Handle type="source" position={Position.Bottom} className={classes.handle ?? ""} isConnectable={false} />
    </>
  );
}

function EntryBox({ data }: NodeProps<EntryNode>) {
  const { say } = useSpeech();
  return (
    <div className={classes.entry ?? ""}>
      <Text size="xs" fw={700}>
        {say("journeys.entry")}
      </Text>
      <Text size="sm" lineClamp={2}>
        {data.words}
      </Text>
      <Handle type="source" position={Position.Bottom} className={classes.handle ?? ""} isConnectable={false} />
    </div>
  );
}

function EndMark() {
  return (
    <div className={classes.end ?? ""}>
      <Handle type="target" position={Position.Top} className={classes.handle ?? ""} isConnectable={false} />
    </div>
  );
}

function WayLine({ sourceX, sourceY, targetX, targetY, data }: EdgeProps<WayEdge>) {
  const { say } = useSpeech();
  const [path, labelX, labelY] = getSmoothStepPath({ sourceX, sourceY, targetX, targetY });
  const { gap, label = "", onPutIn } = data ?? {};
  return (
    <>
      <BaseEdge path={path} />
      <EdgeLabelRenderer>
        <div
          className={`nodrag nopan ${classes.way ?? ""}`}
          style={{ transform: `translate(-50%, -50%) translate(${labelX}px, ${labelY}px)` }}
        >
          {label === "" ? null : (
            <Text size="xs" className={classes.wayLabel ?? ""}>
              {label}
            </Text>
          )}
          {onPutIn === undefined || gap === undefined ? null : (
            <ActionIcon
              size="lg"
              radius="xl"
              variant="default"
              aria-label={say("journeys.putInAfter", { step: gap.stepId ?? say("journeys.entry"), way: label })}
              onClick={() => onPutIn(gap)}
            >
              <IconPlus size={16} aria-hidden />
            </ActionIcon>
          )}
        </div>
      </EdgeLabelRenderer>
    </>
  );
}

const nodeTypes = { step: StepBox, entry: EntryBox, end: EndMark };
const edgeTypes = { way: WayLine };
