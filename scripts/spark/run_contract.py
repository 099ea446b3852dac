"""Runs folders of handed rows (npm run sql -- --dialect spark --hand-over DIR) on Spark. Those of one dataset, which several
readers may have handed over, are run together; the results go into the first of them.

    python run_contract.py DIR… [--master local[2] | spark://HOST:PORT] [--partitions 2] [--memory 1g] [--figures FILE]

Needs PySpark 4.3 and Java 17. On a cluster every DIR lies on storage that every worker sees under the same path. FILE gets what
the run cost, as JSON: of the driver, of the tasks and of what they sent to each other, apart for start, rows and tables.
"""

import argparse
import csv
import glob
import hashlib
import json
import os
import shutil
import sys
import tempfile

from pyspark.sql import SparkSession

# Statements make methods beyond 8,000 bytes of code, which Java only interprets by default: half of the time of judging.
JAVA_OPTIONS = "-XX:+UseSerialGC -XX:-DontCompileHugeMethods"
# Java's second compiler costs more than it saves in the driver, which runs each plan once, and in executors whose work is
# soon done: with 0.4 million rows they took 90 CPU seconds with it and 59 without, with one million 123 and 126.
FIRST_COMPILER = "-XX:TieredStopAtLevel=1"
ROWS_OF_SECOND_COMPILER = 1_000_000
PHASES = ("start", "rows", "tables")


def main():
    options = read_options()
    with tempfile.TemporaryDirectory() as log:
        spark = open_session(options, log)
        figures = Figures(spark)
        spark.sql("select 1").collect()
        figures.end_phase("start")
        for folders in group_folders(options.folders):
            run_folders(spark.newSession(), folders, figures)
            spark.catalog.clearCache()
        spark.stop()
        if options.figures:
            with open(options.figures, "w", encoding="utf-8") as file:
                file.write(json.dumps({**figures.seconds_by_phase(), **read_log(log)}, indent=1) + "\n")


def group_folders(folders):
    """Folders by dataset, in the order of their names; they must have been handed over with the same statements."""
    groups = {}
    for folder in sorted(folders):
        groups.setdefault(read_manifest(folder)["dataset"], []).append(folder)
    for dataset, (first, *others) in groups.items():
        for folder in others:
            if read_manifest(folder)["sql"] != read_manifest(first)["sql"]:
                sys.exit(
                    f"{first} 与 {folder} 交出“{dataset}”时所用的SQL不同，请用同一版本重新交出。\n"
                    f"{first} and {folder} hand over {dataset} with different SQL: hand over again with the same contract, "
                    "list of places and version."
                )
    return list(groups.values())


def read_manifest(folder):
    with open(os.path.join(folder, "manifest.json"), encoding="utf-8") as file:
        return json.load(file)


def run_folders(spark, folders, figures):
    folder = folders[0]
    with open(os.path.join(folder, "contract.json"), "rb") as file:
        text = file.read()
    contract = json.loads(text)
    for own in folders:
        # What an earlier run made of this folder alone would count beside what is made now.
        if os.path.exists(os.path.join(own, "results.json")):
            os.remove(os.path.join(own, "results.json"))
    figures.begin_phase("rows")
    paths = [os.path.join(own, raw["file"]) for own in folders for raw in read_manifest(own)["raw"]]
    spark.read.parquet(*paths).createOrReplaceTempView("raw")
    for statement in contract["statements"]:
        spark.sql(statement)
    faults = write_rows(spark, folder, "faults.csv", contract["faultsQuery"])
    figures.end_phase("rows")
    figures.begin_phase("tables")
    for statement in contract["passes"]:
        spark.sql(statement)
    results = {
        "engine": "spark",
        "version": spark.version,
        "manifests": [hash_file(os.path.join(own, "manifest.json")) for own in folders],
        "sql": hashlib.sha256(text).hexdigest(),
        "faults": faults,
        "tables": [
            {"table": table["table"], **write_rows(spark, folder, f"table-{table['table']}.csv", table["query"])}
            for table in contract["tables"]
        ],
    }
    figures.end_phase("tables")
    with open(os.path.join(folder, "results.json"), "w", encoding="utf-8") as file:
        file.write(json.dumps(results, indent=1) + "\n")


def read_options():
    parser = argparse.ArgumentParser(description="Runs compiled contracts on Spark.")
    parser.add_argument("folders", nargs="+", metavar="DIR", type=os.path.abspath)
    parser.add_argument("--master", default="local[2]")
    # Spark's default of 200 makes 200 tasks of a few megabytes.
    parser.add_argument("--partitions", default="2")
    parser.add_argument("--memory", default="1g")
    parser.add_argument("--figures", metavar="FILE")
    return parser.parse_args()


def open_session(options, log):
    builder = (
        SparkSession.builder.master(options.master)
        .config("spark.sql.shuffle.partitions", options.partitions)
        .config("spark.sql.session.timeZone", "Asia/Shanghai")
        .config("spark.sql.ansi.enabled", "true")
        # Planning a query again after each of its stages costs more than it saves on tables of this size.
        .config("spark.sql.adaptive.enabled", "false")
        # Views that were analysed again wherever they are read were not found among the kept rows, and judged all rows again.
        .config("spark.sql.legacy.storeAnalyzedPlanForView", "true")
        # Times are gathered by group: beyond 128 groups, which is Spark's default, it would sort all rows.
        .config("spark.sql.objectHashAggregate.sortBased.fallbackThreshold", "100000")
        .config("spark.executor.memory", options.memory)
        .config("spark.executor.extraJavaOptions", choose_java_options(options.folders))
        .config("spark.driver.extraJavaOptions", f"{JAVA_OPTIONS} {FIRST_COMPILER}")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
    )
    if options.master.startswith("spark://127.0.0.1:"):
        builder = builder.config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1")
    if options.figures:
        builder = (
            builder.config("spark.eventLog.enabled", "true")
            .config("spark.eventLog.dir", f"file://{log}")
            .config("spark.eventLog.rolling.enabled", "false")
            .config("spark.eventLog.compress", "false")
            .config("spark.executor.processTreeMetrics.enabled", "true")
        )
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    return session


def choose_java_options(folders):
    """Options of executors for the rows that all folders have."""
    rows = sum(read_manifest(folder)["rows"] for folder in folders)
    return JAVA_OPTIONS if rows >= ROWS_OF_SECOND_COMPILER else f"{JAVA_OPTIONS} {FIRST_COMPILER}"


def write_rows(spark, folder, name, query):
    """CSV in UTF-8 with LF; a null is blank. The executors write its parts, for which rows need not pass through Python."""
    frame = spark.sql(query)
    parts = os.path.join(folder, f".{name}.parts")
    # Spark would trim cells, and escape quotes with a backslash.
    form = {"quote": '"', "escape": '"', "ignoreLeadingWhiteSpace": False, "ignoreTrailingWhiteSpace": False}
    frame.write.mode("overwrite").options(header=False, emptyValue="", nullValue="", lineSep="\n", **form).csv(parts)
    digest, path = hashlib.sha256(), os.path.join(folder, name)
    with open(path, "wb") as file:
        for content in [(",".join(frame.columns) + "\n").encode("utf-8"), *read_parts(parts)]:
            file.write(content)
            digest.update(content)
    shutil.rmtree(parts)
    with open(path, encoding="utf-8", newline="") as file:
        rows = sum(1 for _ in csv.reader(file)) - 1
    return {"file": name, "rows": rows, "sha256": digest.hexdigest()}


def hash_file(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def read_parts(folder):
    for path in sorted(glob.glob(os.path.join(folder, "part-*"))):
        with open(path, "rb") as file:
            yield from iter(lambda: file.read(1 << 20), b"")


class Figures:
    """CPU seconds of the driver, Java and Python, by phase; 0 where the system does not tell them (no /proc)."""

    def __init__(self, spark):
        self.context = spark.sparkContext
        self.seconds = dict.fromkeys(PHASES, 0.0)
        self.last = 0.0
        self.begin_phase("start")

    def begin_phase(self, phase):
        # Stages are found again in the log by it.
        self.context.setJobDescription(phase)

    def end_phase(self, phase):
        now = self.read_seconds()
        self.seconds[phase] += now - self.last
        self.last = now

    def read_seconds(self):
        own = os.times()
        try:
            # The process that PySpark started has become Java.
            with open(f"/proc/{self.context._gateway.proc.pid}/stat", encoding="utf-8") as file:
                fields = file.read().rsplit(")", 1)[1].split()
        except OSError:
            return 0.0
        ticks = int(fields[11]) + int(fields[12])
        return own.user + own.system + ticks / os.sysconf("SC_CLK_TCK")

    def seconds_by_phase(self):
        return {"driver": self.seconds}


def read_log(folder):
    """Stages, tasks, their CPU seconds and the bytes between them, by phase, and the largest memory of an executor."""
    phase_of, stages, memory = {}, {phase: set() for phase in PHASES}, 0
    found = {phase: {"tasks": 0, "cpuSeconds": 0.0, "shuffleBytes": 0} for phase in PHASES}
    for path in glob.glob(os.path.join(folder, "*")):
        with open(path, encoding="utf-8") as file:
            for line in file:
                event = json.loads(line)
                if event["Event"] == "SparkListenerJobStart":
                    for stage in event["Stage IDs"]:
                        phase_of.setdefault(stage, event["Properties"].get("spark.job.description", "start"))
                if event["Event"] != "SparkListenerTaskEnd" or "Task Metrics" not in event:
                    continue
                phase, metrics = phase_of[event["Stage ID"]], event["Task Metrics"]
                stages[phase].add(event["Stage ID"])
                own = found[phase]
                own["tasks"] += 1
                own["cpuSeconds"] += (metrics["Executor CPU Time"] + metrics["Executor Deserialize CPU Time"]) / 1e9
                own["shuffleBytes"] += metrics["Shuffle Write Metrics"]["Shuffle Bytes Written"]
                memory = max(memory, event.get("Task Executor Metrics", {}).get("ProcessTreeJVMRSSMemory", 0))
    return {
        "tasks": {phase: {"stages": len(stages[phase]), **own} for phase, own in found.items()},
        "executorBytesMax": memory,
    }


if __name__ == "__main__":
    main()
