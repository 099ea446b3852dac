"""Runs a folder of handed rows (npm run sql -- --dialect spark --hand-over DIR) on Spark and writes the results into it.

    python run_contract.py DIR [--master local[2] | spark://HOST:PORT] [--partitions 4]

Needs PySpark 4.3 and Java 17. On a cluster DIR lies on storage that every worker sees under the same path.
"""

import argparse
import csv
import hashlib
import io
import json
import os

from pyspark.sql import SparkSession


def main():
    options = read_options()
    with open(os.path.join(options.folder, "contract.json"), "rb") as file:
        text = file.read()
    contract = json.loads(text)
    spark = open_session(options)
    spark.read.parquet(os.path.join(options.folder, "raw-*.parquet")).createOrReplaceTempView("raw")
    for statement in contract["statements"]:
        spark.sql(statement)
    results = {
        "engine": "spark",
        "version": spark.version,
        "sql": hashlib.sha256(text).hexdigest(),
        "faults": write_rows(spark, options.folder, "faults.csv", contract["faultsQuery"]),
        "tables": [
            {"table": table["table"], **write_rows(spark, options.folder, f"table-{table['table']}.csv", table["query"])}
            for table in contract["tables"]
        ],
    }
    with open(os.path.join(options.folder, "results.json"), "w", encoding="utf-8") as file:
        file.write(json.dumps(results, indent=1) + "\n")
    spark.stop()


def read_options():
    parser = argparse.ArgumentParser(description="Runs a compiled contract on Spark.")
    parser.add_argument("folder")
    parser.add_argument("--master", default="local[2]")
    # Spark's default of 200 makes 200 tasks of a few megabytes.
    parser.add_argument("--partitions", default="4")
    return parser.parse_args()


def open_session(options):
    session = (
        SparkSession.builder.master(options.master)
        .config("spark.sql.shuffle.partitions", options.partitions)
        .config("spark.sql.session.timeZone", "Asia/Shanghai")
        .config("spark.sql.ansi.enabled", "true")
        .config("spark.ui.enabled", "false")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    return session


def write_rows(spark, folder, name, query):
    """CSV in UTF-8 with LF; a null is blank. The results of a contract are small, so the driver writes them."""
    frame = spark.sql(query)
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(frame.columns)
    rows = frame.collect()
    for row in rows:
        writer.writerow(["" if cell is None else cell for cell in row])
    content = buffer.getvalue().encode("utf-8")
    with open(os.path.join(folder, name), "wb") as file:
        file.write(content)
    return {"file": name, "rows": len(rows), "sha256": hashlib.sha256(content).hexdigest()}


if __name__ == "__main__":
    main()
